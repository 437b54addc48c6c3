import { localKey } from '../../../prisma/project/course.ts';
import type { Scene } from '../../../workflows/process/definition.ts';
import { offers } from '../../../workflows/process/offers.ts';
import type { Offer } from '../../../workflows/process/offers.ts';
import type { State } from '../../../workflows/process/state.ts';
import type { Language } from '../language.ts';
import { hrefOf } from '../processes/address.ts';
import type { Capacities } from './actors.ts';
import { filled } from './choices.ts';
import type { Choices } from './choices.ts';
import { COLLEAGUES } from './colleague.ts';
import { formOf, NEEDS } from './form.ts';
import type { Form } from './form.ts';
import type { ShownAction } from './shown-action.ts';

/** What may be done now, each act once per target. Acts that only systems do by themselves are never shown. */
export function offered(scene: Scene, { always, standIn }: Capacities): Offer[] {
  const own = offers(
    scene,
    always.filter(({ role }) => role !== 'system'),
  );
  const inStead = [...standIn].flatMap(([task, actor]) =>
    offers(scene, [actor]).filter(({ act, target }) => act.on === 'task' && target === task),
  );
  const known = new Set(own.map(({ act, target }) => `${act.name} ${target}`));
  return [...own, ...inStead.filter(({ act, target }) => !known.has(`${act.name} ${target}`))];
}

/** An act that is offered on more things than this has its long lists behind links, so that they are not sent with each. */
const FEW = 12;
const SHORT = 10;

/** Whether the form is another for each thing that the act may be aimed at. */
const isOfTarget = ({ properties }: Form): boolean =>
  Object.values(properties).some(({ [NEEDS]: list }) => list === COLLEAGUES);

/** Offers as clients follow them; one whose form asks for a choice that nobody has is left out. */
export async function actionsOf(
  { id: processId, process }: Pick<State, 'id' | 'process'>,
  list: readonly Offer[],
  choices: Choices,
  language: Language,
): Promise<ShownAction[]> {
  const blank = new Map<string, Form>();
  const forms = new Map<string, Promise<Form | undefined>>();
  const most = (name: string) =>
    list.filter(({ act }) => act.name === name).length > FEW ? SHORT : undefined;
  const formFor = ({ act, target }: Offer) => {
    const plain = blank.get(act.name) ?? formOf(act.input, language);
    blank.set(act.name, plain);
    const name = isOfTarget(plain) ? `${act.name} ${target}` : act.name;
    const form = forms.get(name) ?? filled(plain, choices, { most: most(act.name), target });
    forms.set(name, form);
    return form;
  };
  const shown = await Promise.all(
    list.map(async (offer) => {
      const { act, target } = offer;
      const input = await formFor(offer);
      if (input === undefined) return [];
      const on = target === undefined ? {} : { [act.on]: localKey(processId, target) };
      const href = `${targetHref(processId, process, act.on, target)}/acts/${act.name}`;
      const isFinal = act.isFinal === true;
      return [
        { name: act.name, title: act.title[language], method: 'POST' as const, href, input, isFinal, ...on },
      ];
    }),
  );
  return shown.flat();
}

/** Where an act on the whole process, or on something in it, is done. */
function targetHref(id: string, process: string, on: Offer['act']['on'], target: string | undefined): string {
  if (on === 'process' || target === undefined) return hrefOf(process, id);
  return `/api/v1/${on}s/${localKey(id, target)}`;
}
