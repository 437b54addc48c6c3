import { z } from 'zod';
import type { Event } from '../../../workflows/process/event.ts';
import { catalog } from '../../../workflows/catalog.ts';
import { clockTime } from './clock-time.ts';
import { filled, oneOf } from './said.ts';
import { book, itemTitle, stepTitle, taskTitle, wordOf } from './telling.ts';
import type { Telling } from './telling.ts';

type Of<T extends Event['type']> = Extract<Event, { type: T }>;
type Tell<E extends Event> = (event: E, telling: Telling) => string;

function outcomeOf({ task, outcome }: Of<'taskCompleted'>, telling: Telling): string {
  const kind = telling.state.tasks[task]?.kind ?? '';
  const way = telling.definition.tasks[kind]?.completions.find(({ name }) => name === outcome);
  return way?.title[telling.language] ?? wordOf(outcome, telling);
}

function receiverOf({ performer }: Of<'taskOpened'>, telling: Telling): string {
  const id = performer.unit ?? performer.person;
  const who = id === undefined ? undefined : telling.named(id);
  return who === undefined ? '' : filled(book(telling).to, { who });
}

const moved: Tell<Of<'clockMoved'>> = ({ clock, why }, telling) => {
  const task = Object.values(telling.state.tasks).find((one) => one.clock === clock.id);
  const due = clock.dueAt === null ? '' : clockTime(new Date(clock.dueAt));
  return filled(book(telling).moved[why], { due, task: taskTitle(task?.id, telling) });
};

const reached: Tell<Of<'rungReached'>> = ({ does, task, clock, isOvertaken }, telling) => {
  const of = task ?? Object.values(telling.state.tasks).find((one) => one.clock === clock)?.id;
  const sentence = filled('{rung} ({task})', {
    rung: book(telling).rung[does],
    task: taskTitle(of, telling),
  });
  return isOvertaken ? sentence + book(telling).overtaken : sentence;
};

const requested: Tell<Of<'asked'>> = ({ kind, task }, telling) =>
  filled(book(telling).asked, { request: book(telling).request[kind], task: taskTitle(task, telling) });

const answered: Tell<Of<'answered'>> = ({ request: id, isGranted }, telling) => {
  const request = telling.state.requests[id];
  const { granted, denied, request: kinds } = book(telling);
  const gaps = {
    request: request && kinds[request.kind],
    task: taskTitle(request?.task, telling),
  };
  return filled(isGranted ? granted : denied, gaps);
};

const Score = z.object({ total: z.number() });

const noted: Tell<Of<'noted'>> = ({ what, facts }, telling) => {
  const own = wordOf(what, telling);
  const isOwn = telling.definition.isMatter !== true && own !== what;
  const known = isOwn ? own : oneOf(book(telling).noted, what);
  if (known === what) return own;
  const total = Score.safeParse(facts['score']).data?.total;
  return filled(known, { total: total?.toString(), number: telling.number });
};

const lifted: Tell<Of<'cardLifted'>> = ({ card: id }, telling) => {
  const card = telling.state.cards[id];
  const gaps = { card: card && book(telling).rung[card.level], task: taskTitle(card?.task, telling) };
  return filled(book(telling).event.cardLifted, gaps);
};

const about: Tell<Of<'taskClaimed' | 'taskReleased' | 'taskReopened' | 'urged'>> = (
  { type, task },
  telling,
) => filled(book(telling).event[type], { task: taskTitle(task, telling) });

const assigned: Tell<Of<'taskAssigned'>> = ({ task, to, from }, telling) => {
  const { event, takenFrom } = book(telling);
  const before = from === undefined ? '' : filled(takenFrom, { from: telling.named(from) });
  return filled(event.taskAssigned, { task: taskTitle(task, telling), to: telling.named(to), from: before });
};

const listed: Tell<Of<'itemAdded' | 'itemChanged' | 'itemClosed'>> = (event, telling) =>
  filled(book(telling).event[event.type], {
    item: itemTitle(event.item, telling),
    what: event.type === 'itemChanged' ? wordOf(event.what, telling) : '',
    ending: event.type === 'itemClosed' ? wordOf(event.ending, telling) : '',
  });

const ruled: Tell<Of<'opened' | 'adopted'>> = (event, telling) =>
  filled(book(telling).event[event.type], { policy: `${event.policy.name} ${event.policy.version}` });

const ended: Tell<Of<'stopped' | 'closed'>> = ({ type, ending }, telling) =>
  filled(book(telling).event[type], { ending: wordOf(ending, telling) });

/** How each kind of entry is told. */
const tales: { readonly [T in Event['type']]: Tell<Of<T>> } = {
  opened: ruled,
  stepEntered: ({ step }, telling) =>
    filled(book(telling).event.stepEntered, { step: stepTitle(step, telling) }),
  taskOpened: (event, telling) =>
    filled(book(telling).event.taskOpened, {
      task: taskTitle(event.task, telling),
      to: receiverOf(event, telling),
    }),
  taskClaimed: about,
  taskReleased: about,
  taskAssigned: assigned,
  taskCompleted: (event, telling) =>
    filled(book(telling).event.taskCompleted, {
      task: taskTitle(event.task, telling),
      outcome: outcomeOf(event, telling),
    }),
  taskReopened: about,
  taskEnded: ({ how, task }, telling) => filled(book(telling).ended[how], { task: taskTitle(task, telling) }),
  clockMoved: moved,
  rungReached: reached,
  cardLifted: lifted,
  asked: requested,
  answered,
  urged: about,
  commented: (_event, telling) => book(telling).event.commented,
  noted,
  told: ({ what }, telling) => oneOf(book(telling).told, what),
  messageSent: (_event, telling) => book(telling).event.messageSent,
  itemAdded: listed,
  itemChanged: listed,
  itemClosed: listed,
  began: ({ process }, telling) =>
    filled(book(telling).event.began, { process: catalog[process]?.title[telling.language] ?? process }),
  adopted: ruled,
  stopped: ended,
  closed: ended,
};

const spoken = <T extends Event['type']>(
  event: { [P in T]: { type: P } & Of<P> }[T],
  telling: Telling,
): string => tales[event.type](event, telling);

/** An entry of the journal as a sentence in business words. */
export const tell = (event: Event, telling: Telling): string => spoken(event, telling);
