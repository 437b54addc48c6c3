import { localKey } from '../../../prisma/project/course.ts';
import type { Scene } from '../../../workflows/process/definition.ts';
import { offers } from '../../../workflows/process/offers.ts';
import type { Offer } from '../../../workflows/process/offers.ts';
import type { Language } from '../language.ts';
import type { Capacities } from './actors.ts';
import { filled } from './choices.ts';
import type { Choices } from './choices.ts';
import { formOf } from './form.ts';
import type { Shown } from './shown.ts';

type ShownAction = Shown['actions'][number];

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

/** Offers as clients follow them; one whose form asks for a choice that nobody has is left out. */
export async function actionsOf(
  processId: string,
  list: readonly Offer[],
  choices: Choices,
  language: Language,
): Promise<ShownAction[]> {
  const shown = await Promise.all(
    list.map(async ({ act, target }) => {
      const input = await filled(formOf(act.input, language), choices);
      if (input === undefined) return [];
      const on = target === undefined ? {} : { [act.on]: localKey(processId, target) };
      const href = hrefOf(processId, act.on, target, act.name);
      const isFinal = act.isFinal === true;
      return [
        { name: act.name, title: act.title[language], method: 'POST' as const, href, input, isFinal, ...on },
      ];
    }),
  );
  return shown.flat();
}

function hrefOf(processId: string, on: Offer['act']['on'], target: string | undefined, name: string): string {
  if (target === undefined) return `/api/v1/matters/${processId}/acts/${name}`;
  return `/api/v1/${on === 'card' ? 'cards' : 'tasks'}/${localKey(processId, target)}/acts/${name}`;
}
