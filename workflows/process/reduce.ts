// What each event means. The workflow and the read model use this one function, so they cannot disagree.
import { stopClock } from '../rules/clock.ts';
import type { Author, Entry, Event } from './event.ts';
import { countsAt } from './event.ts';
import type { Card, Item, Request, State, Task } from './state.ts';

type Type = Event['type'];
type Of<T extends Type> = { [P in T]: { type: P } & Extract<Event, { type: P }> }[T];
interface Moment {
  readonly at: string;
  readonly counts: string;
  readonly by?: Author;
}
type Meaning<T extends Type> = (state: State, event: Of<T>, moment: Moment) => State;

const withTask = (state: State, id: string, change: Partial<Task>): State => {
  const task = state.tasks[id];
  return task === undefined ? state : { ...state, tasks: { ...state.tasks, [id]: { ...task, ...change } } };
};

/** Ends the clock of a task and clears its cards: the work is done or taken away. */
function settleTask(state: State, id: string, change: Partial<Task>, moment: Moment): State {
  const settled = withTask(state, id, { ...change, closedAt: moment.at, by: moment.by });
  return clearCards(stopped(settled, settled.tasks[id]?.clock, moment.counts), id, moment.at);
}

function stopped(state: State, clockId: string | undefined, at: string): State {
  const clock = clockId === undefined ? undefined : state.clocks[clockId];
  if (clock === undefined || clock.state === 'stopped') return state;
  return { ...state, clocks: { ...state.clocks, [clock.id]: stopClock(clock, new Date(at)) } };
}

function clearCards(state: State, task: string | undefined, at: string): State {
  const clear = (card: Card): Card =>
    card.task === task && card.clearedAt === undefined ? { ...card, clearedAt: at } : card;
  const cards = Object.fromEntries(Object.entries(state.cards).map(([id, card]) => [id, clear(card)]));
  return { ...state, cards };
}

/** What was asked about a task ends with it, and nobody has to decide it any more. */
function voidRequests(state: State, task: string, moment: Moment): State {
  const open = Object.values(state.requests).filter((r) => r.task === task && r.status === 'open');
  return open.reduce((s, request) => {
    const requests = { ...s.requests, [request.id]: { ...request, status: 'void' as const } };
    // Not from when the act counts: the request may have come after that.
    const seen = { ...moment, counts: moment.at };
    return settleTask({ ...s, requests }, request.decision, { status: 'ended', how: 'cancelled' }, seen);
  }, state);
}

function stopAll(state: State, moment: Moment): State {
  const tasks = Object.values(state.tasks).filter((task) => task.status === 'open');
  const ended = tasks.reduce(
    (s, task) =>
      settleTask(voidRequests(s, task.id, moment), task.id, { status: 'ended', how: 'stopped' }, moment),
    state,
  );
  return Object.keys(ended.clocks).reduce(
    (s, id) => stopped(s, id, moment.counts),
    clearCards(ended, undefined, moment.at),
  );
}

function withItem(state: State, id: string, change: (item: Item) => Item): State {
  const item = state.items[id];
  return item === undefined ? state : { ...state, items: { ...state.items, [id]: change(item) } };
}

function cardOf(event: Of<'rungReached'>): Card | undefined {
  if (event.card === undefined) return undefined;
  const { card: id, does: level, clock, task, unit, at: setAt, replyDueAt } = event;
  return { id, level, clock, task, unit, setAt, replyDueAt };
}

function reached(state: State, event: Of<'rungReached'>): State {
  const clock = state.clocks[event.clock];
  if (clock === undefined) return state;
  const fired = [...clock.fired, { rung: event.rung, at: event.at, overtaken: event.isOvertaken }];
  const card = cardOf(event);
  const cards = card === undefined ? state.cards : { ...state.cards, [card.id]: card };
  return { ...state, cards, clocks: { ...state.clocks, [clock.id]: { ...clock, fired } } };
}

function openedTask(event: Of<'taskOpened'>, at: string): Task {
  const { task: id, clock, isBinding = false, isWindow = false } = event;
  const { kind, step, performer, about, reporter, item } = event;
  const fresh = { id, kind, step, status: 'open', performer, openedAt: at } as const;
  return { ...fresh, clock: clock?.id, about, reporter, item, isBinding, isWindow };
}

const meanings: { readonly [T in Type]: Meaning<T> } = {
  opened: (state) => state,
  stepEntered: (state, { step }, { at }) => ({ ...state, step, steps: [...state.steps, { step, at }] }),
  taskOpened: (state, event, { at }) => ({
    ...state,
    tasks: { ...state.tasks, [event.task]: openedTask(event, at) },
    clocks: event.clock === null ? state.clocks : { ...state.clocks, [event.clock.id]: event.clock },
  }),
  // What B claims while A is away is A's (fine point 11).
  taskClaimed: (state, { task }, { at, by }) =>
    withTask(state, task, { heldBy: by?.for ?? by?.person ?? undefined, claimedAt: at }),
  taskReleased: (state, { task }) =>
    withTask(state, task, { heldBy: undefined, claimedAt: undefined, givenBy: undefined }),
  taskAssigned: (state, { task, to, for: inSteadOf }, { at, by }) =>
    withTask(state, task, { heldBy: inSteadOf ?? to, claimedAt: at, givenBy: by }),
  taskCompleted: (state, { task, outcome, form }, moment) => {
    const done: Partial<Task> = { status: 'done', outcome, form, doneAt: moment.counts };
    return voidRequests(settleTask(state, task, done, moment), task, moment);
  },
  taskEnded: (state, { task, how }, moment) =>
    voidRequests(settleTask(state, task, { status: 'ended', how }, moment), task, moment),
  taskReopened: (state, { task, clock }) => {
    const open: Partial<Task> = {
      status: 'open',
      outcome: undefined,
      closedAt: undefined,
      doneAt: undefined,
    };
    const clocks = clock === null ? state.clocks : { ...state.clocks, [clock.id]: clock };
    return withTask({ ...state, clocks }, task, open);
  },
  clockMoved: (state, { clock }) => ({ ...state, clocks: { ...state.clocks, [clock.id]: clock } }),
  rungReached: (state, event) => reached(state, event),
  cardLifted: (state, { card: id, reason }, { at, by }) => {
    const card = state.cards[id];
    if (card === undefined) return state;
    const lifted = { ...card, liftedAt: at, liftedBy: by, liftedReason: reason };
    return { ...state, cards: { ...state.cards, [id]: lifted } };
  },
  asked: (state, { request: id, kind, task, decision, form }, { counts, by }) => {
    const request: Request = { id, kind, task, decision, form, by, askedAt: counts, status: 'open' };
    return { ...state, requests: { ...state.requests, [id]: request } };
  },
  answered: (state, { request: id, isGranted }, { at }) => {
    const request = state.requests[id];
    if (request === undefined) return state;
    const answered: Request = { ...request, status: isGranted ? 'granted' : 'refused', answeredAt: at };
    return { ...state, requests: { ...state.requests, [id]: answered } };
  },
  urged: (state) => state,
  commented: (state) => state,
  noted: (state, { facts }) => ({ ...state, facts: { ...state.facts, ...facts } }),
  told: (state) => state,
  messageSent: (state) => state,
  itemAdded: (state, { item: id, kind, facts }, { at: openedAt, by }) => ({
    ...state,
    items: { ...state.items, [id]: { id, kind, facts, openedAt, by } },
  }),
  itemChanged: (state, { item: id, facts }) =>
    withItem(state, id, (item) => ({ ...item, facts: { ...item.facts, ...facts } })),
  itemClosed: (state, { item: id, ending }, { at: closedAt }) =>
    withItem(state, id, (item) => ({ ...item, closedAt, ending })),
  began: (state, { id, process, item, isTold = false }) => ({
    ...state,
    begun: [...state.begun, { id, process, item, isTold }],
  }),
  adopted: (state, { policy, calendar }) => ({ ...state, policy, calendar }),
  stopped: (state, { ending }, moment) => ({ ...stopAll(state, moment), ending }),
  closed: (state, { ending }, moment) => ({ ...stopAll(state, moment), ending, closedAt: moment.at }),
};

function begin(entry: Entry): State | undefined {
  if (entry.event.type !== 'opened') return undefined;
  const { id, process, place, policy, calendar, facts } = entry.event;
  const empty = { steps: [], tasks: {}, clocks: {}, cards: {}, requests: {}, items: {}, begun: [] };
  return {
    id,
    process,
    place,
    policy,
    calendar,
    facts,
    openedAt: entry.at,
    seq: entry.seq,
    step: '',
    ...empty,
  };
}

const interpret = <T extends Type>(state: State, event: Of<T>, moment: Moment): State =>
  meanings[event.type](state, event, moment);

/** The state after one more entry. The first entry of a process must be `opened`; a gap is an error. */
export function reduce(state: State | undefined, entry: Entry): State {
  const from = state ?? begin(entry);
  if (from === undefined) throw new Error('a journal begins with `opened`');
  if (state !== undefined && entry.seq !== state.seq + 1) {
    throw new Error(`entry ${entry.seq} does not follow ${state.seq}`);
  }
  const moment: Moment = { at: entry.at, counts: countsAt(entry).toISOString(), by: entry.by };
  return { ...interpret(from, entry.event, moment), seq: entry.seq };
}
