import type { Entry } from '../../workflows/process/event.ts';
import type { State, Task } from '../../workflows/process/state.ts';
import { openTasks } from '../../workflows/process/state.ts';
import type { Tx } from '../client.ts';
import type { StartPayload } from '../intake-row.ts';
import { localKey } from '../project/course.ts';
import { summonsOf } from '../summons.ts';
import { rowsInto } from '../project/write.ts';
import type { Write } from '../project/write.ts';
import { isTold, noticesOf } from './notices.ts';
import type { Notice } from './notices.ts';
import { answersBy, toldNotice } from './reporter-notices.ts';
import { routes } from './route.ts';
import { loadStaff } from './staff.ts';
import type { Staff } from './staff.ts';

/** An entry that is recorded now, with the state after it. */
export type Step = { entry: Entry; after: State };

/** What is to be written, and what listeners are told (ids only) when it is committed. */
export type Consequences = { writes: Write[]; word: string };

/** What is to be done with the world because of new entries: notices, errands, stand-ins, and word to who listens. */
export async function consequences(
  tx: Tx,
  before: State | undefined,
  state: State,
  steps: readonly Step[],
): Promise<Consequences> {
  const asking = newlyOpen(before, state);
  const staff = await staffAround(tx, state, steps, asking);
  const notices = await allNotices(tx, steps, staff);
  const errands = [...notices.flatMap(delivery), ...steps.flatMap(errandOf), ...(await summonsOf(tx, steps))];
  const writes = [
    rowsInto('notice', notices),
    rowsInto('outbox', errands, 'on conflict (id) do nothing'),
    routes(
      asking.map(({ id, performer }) => ({ id: localKey(state.id, id), performer, place: state.place })),
      staff,
    ),
    noLongerRouted(before, state),
  ];
  return { writes, word: wordOf(before, state, notices) };
}

/** Tasks that were not open before. */
const newlyOpen = (before: State | undefined, after: State): Task[] =>
  openTasks(after).filter(({ id }) => before?.tasks[id]?.status !== 'open');

const NOBODY: Staff = {
  ...{ atUnit: () => [], atPlace: () => [], ofPerson: () => [] },
  ...{ unit: () => undefined, unitsAt: () => [] },
};

/** Posts are read only where somebody has to be found. */
async function staffAround(
  tx: Tx,
  state: State,
  steps: readonly Step[],
  asking: readonly Task[],
): Promise<Staff> {
  const isNeeded = asking.length > 0 || steps.some(({ entry }) => isTold(entry));
  if (!isNeeded) return NOBODY;
  const performers = Object.values(state.tasks).map(({ performer }) => performer);
  const units = new Set(performers.flatMap(({ unit }) => unit ?? []));
  const people = new Set(performers.flatMap(({ person }) => person ?? []));
  return loadStaff(tx, { units: [...units], people: [...people], place: state.place });
}

async function allNotices(tx: Tx, steps: readonly Step[], staff: Staff): Promise<Notice[]> {
  const now = new Date();
  const matters = steps.flatMap(({ entry: { event } }) => (event.type === 'told' ? [event.matter] : []));
  const known = await answersBy(tx, matters);
  return steps.flatMap(({ entry, after: state }) => {
    const moment = { entry, state, now };
    return entry.event.type === 'told' ? [toldNotice(entry.event, moment, known)] : noticesOf(moment, staff);
  });
}

/** What is neither there at once nor failed already is delivered by the relay. */
const delivery = ({ id, process_id, not_before, delivered_at, failed_at }: Notice): object[] =>
  delivered_at !== null || failed_at !== null
    ? []
    : [{ id: `notice:${id}`, lane: 'notice', process_id, payload: { notice: id }, due_at: not_before }];

/** What an entry asks of the relay besides notices. */
function errandOf({ entry: { seq, event, at }, after: { id } }: Step): object[] {
  const row = { process_id: id, due_at: new Date() };
  if (event.type === 'closed')
    return [{ id: `archive:${id}`, lane: 'archive', payload: { closedAt: at }, ...row }];
  if (event.type === 'began') return [startErrand(event, at)];
  if (event.type !== 'messageSent') return [];
  const { to, act, input } = event;
  return [{ id: `message:${id}:${seq}`, lane: 'message', payload: { to, act, input }, ...row }];
}

/** Another process is to begin: by the same way as what the front door took. */
function startErrand(
  { id, process, place, facts }: Extract<Entry['event'], { type: 'began' }>,
  at: string,
): object {
  const payload: StartPayload = { process, place, receivedAt: new Date(at).toISOString(), facts };
  return { id: `start:${id}`, lane: 'start', process_id: id, payload, due_at: new Date() };
}

/** A task that is settled waits for nobody. */
function noLongerRouted(before: State | undefined, after: State): Write {
  const settled = before ? openTasks(before).filter(({ id }) => after.tasks[id]?.status !== 'open') : [];
  return {
    rows: settled.map(({ id }) => ({ task_id: localKey(after.id, id) })),
    sql: (rows) =>
      `delete from task_route where task_id in (select task_id from jsonb_populate_recordset(null::task_route, ${rows}))`,
  };
}

/** PostgreSQL carries at most 8000 bytes with a notification; listeners that miss an id look at the whole process. */
const MOST = 60;

function wordOf(before: State | undefined, after: State, notices: readonly Notice[]): string {
  const moved = Object.values(after.tasks).filter((task) => before?.tasks[task.id] !== task);
  const tasks = moved.map(({ id }) => localKey(after.id, id));
  const people = [...new Set(notices.flatMap(({ person_id: person }) => person ?? []))];
  return JSON.stringify({
    process: after.id,
    matter: after.id,
    tasks: tasks.slice(0, MOST),
    people: people.slice(0, MOST),
  });
}
