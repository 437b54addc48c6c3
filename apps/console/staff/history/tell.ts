import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Proceeding } from '../../api/matters.ts';
import { useName } from '../../text/name.ts';
import type { NameOf } from '../../text/name.ts';
import { orderOf } from '../process/about-item.tsx';
import { useProcess } from '../process/names.ts';
import { useWho } from '../who.ts';
import type { Happening, HistoryLine } from './line.ts';

type Tell = (event: Happening) => string;

/** Turns an entry of the journal into a sentence. */
export function useTell(of: Proceeding): (line: HistoryLine) => string {
  const telling: Readonly<Record<string, Tell>> = { ...useTelling(of), taskAssigned: useHanding(of) };
  return ({ type, event }) => telling[type]?.(event) ?? type;
}

function useTelling(of: Proceeding): Readonly<Record<string, Tell>> {
  const { t } = useTranslation('history');
  const name = useName();
  const process = useProcess(of.process);
  const { asked } = useWho();
  const taskOf = (local: string | undefined) =>
    of.tasks.find(({ id }) => local !== undefined && id.endsWith(`.${local}`));
  const titleOf = ({ task, kind }: Happening) =>
    taskOf(task)?.title ?? (kind === undefined ? t('whole') : process.task(kind));
  const about =
    (key: TaskEvent): Tell =>
    (event) =>
      t(`event.${key}`, { task: titleOf(event) });
  const listed =
    (list: string, code: (event: Happening) => string | undefined): Tell =>
    (event) =>
      name('history', list, code(event) ?? '', { task: titleOf(event) });
  const ended =
    (list: string): Tell =>
    ({ ending = '' }) => {
      const known = name('history', list, ending);
      return known === ending ? t('event.ended', { ending: process.word(ending) }) : known;
    };
  return {
    ...useItemTelling(of),
    opened: () => t(process.isMatter ? 'event.opened' : 'event.begun'),
    stepEntered: ({ step }) => t('event.stepEntered', { step: process.step(step ?? '') }),
    taskOpened: (event) =>
      [about('taskOpened')(event), asked(taskOf(event.task)?.asks ?? nobody)]
        .filter((part) => part !== '')
        .join(' → '),
    taskClaimed: about('taskClaimed'),
    taskReleased: about('taskReleased'),
    taskCompleted: (event) => {
      const kind = taskOf(event.task)?.kind ?? '';
      return t('event.taskCompleted', {
        task: titleOf(event),
        outcome: process.done(kind, event.outcome ?? ''),
      });
    },
    taskReopened: about('taskReopened'),
    taskEnded: listed('ended', ({ how }) => how),
    clockMoved: listed('moved', ({ why }) => why),
    rungReached: listed('rung', ({ does }) => does),
    cardLifted: () => t('event.cardLifted'),
    asked: listed('asked', ({ kind }) => kind),
    answered: ({ isGranted }) => t(isGranted === true ? 'answered.yes' : 'answered.no'),
    urged: about('urged'),
    commented: () => t('event.commented'),
    noted: ({ what = '', facts = {} }) => {
      const known = name('history', 'noted', isCarried(what, facts) ? 'carried' : what, gapsOf(facts, name));
      return known === what ? process.word(what) : known;
    },
    told: listed('told', ({ what }) => what),
    messageSent: () => t('event.messageSent'),
    stopped: ended('stopped'),
    closed: ended('closed'),
  };
}

/** To whom a task was handed, and who held it until then. */
function useHanding({ tasks }: Proceeding): Tell {
  const { t } = useTranslation('history');
  return ({ task: local, to = '', from }) => {
    const task = tasks.find(({ id }) => id.endsWith(`.${local}`))?.title;
    return from === undefined
      ? t('event.taskAssigned', { task: task ?? t('whole'), to })
      : t('event.taskTaken', { task: task ?? t('whole'), to, from });
  };
}

/** What happened to the things on a list, and to other processes because of this one. */
function useItemTelling({ process: own, items }: Proceeding): Readonly<Record<string, Tell>> {
  const { t } = useTranslation('history');
  const process = useProcess(own);
  const titleOf = ({ item = '' }: Happening) => {
    const found = items.find(({ id }) => id.endsWith(`.${item}`));
    return `${found?.kind.title ?? ''} ${found?.number ?? `#${orderOf(item)}`}`.trim();
  };
  return {
    itemAdded: (event) => t('event.itemAdded', { item: titleOf(event) }),
    itemChanged: (event) =>
      t('event.itemChanged', { item: titleOf(event), what: process.word(event.what ?? '') }),
    itemClosed: (event) =>
      t('event.itemClosed', { item: titleOf(event), ending: process.word(event.ending ?? '') }),
    began: ({ process: code = '' }) => t('event.began', { process: process.other(code) }),
    adopted: ({ policy }) => t('event.adopted', { policy: `${policy?.name} ${policy?.version}` }),
  };
}

/** A matter from another system was triaged there: it brings no colour. */
const isCarried = (what: string, facts: Facts): boolean =>
  what === 'triaged' && facts['colour'] === undefined;

type Facts = Readonly<Record<string, unknown>>;

/** The facts of a note as they stand in its sentence. */
function gapsOf({ colour, tier, score }: Facts, name: NameOf): Record<string, string> {
  const total = Points.safeParse(score).data?.total;
  return {
    colour: typeof colour === 'string' ? name('site', 'colour', colour) : '',
    tier: typeof tier === 'string' ? name('term', 'tier', tier) : '',
    total: total === undefined ? '' : String(total),
  };
}

const Points = z.object({ total: z.number() });

type TaskEvent = 'taskOpened' | 'taskClaimed' | 'taskReleased' | 'taskReopened' | 'urged';

const nobody = { role: null, unit: null, place: null, person: null };
