import { reduce } from '../workflows/process/reduce.ts';
import type { Entry } from '../workflows/process/event.ts';
import type { State } from '../workflows/process/state.ts';
import { inTransaction } from './client.ts';
import type { Database, Tx } from './client.ts';
import { settle } from './commands.ts';
import type { Status } from './commands.ts';
import { entriesOf, isSameEntry, journalRow } from './journal.ts';
import { nextNumber, numberedBy } from './ledger-number.ts';
import { lockedCourse } from './locked-course.ts';
import type { Course } from './project/course.ts';
import { changes } from './project/read-model.ts';
import { rowsInto, writeAll } from './project/write.ts';
import { remember } from './remembered.ts';
import { consequences } from './telling/consequences.ts';
import type { Step } from './telling/consequences.ts';

/** How the command that caused the entries ended. */
export type Settlement = { commandId: string; status: Status; answer: unknown };

/** What stands recorded now; `state` is undefined and `seq` 0 while nothing does. */
export type Recorded = { seq: number; state: State | undefined; number: string | null };

/** An entry is in the journal already and says something else: somebody is wrong, and nothing was written. */
export class RecordConflict extends Error {
  constructor(processId: string, seq: number) {
    super(`Entry ${seq} of process ${processId} is recorded and says something else.`);
    this.name = 'RecordConflict';
  }
}

/** An entry does not follow the last one recorded; nothing was written. */
export class RecordGap extends Error {
  constructor(processId: string, seq: number, last: number) {
    super(`Entry ${seq} of process ${processId} does not follow ${last}.`);
    this.name = 'RecordGap';
  }
}

/**
 * Writes entries of one process into the journal with all that follows from them, in one transaction: read model, ledger
 * number, notices, outbox, the outcome of the command. Entries that are there already must be equal and are skipped, so
 * it may be repeated and may overlap. Locks: the process, then counters. Throws RecordConflict, RecordGap, DatabaseAway.
 */
export const record = async (
  db: Pick<Database, 'pool'>,
  processId: string,
  entries: readonly Entry[],
  settlement?: Settlement,
): Promise<Recorded> => {
  const recorded = await inTransaction(db, async (tx) => {
    const before = await lockedCourse(db.pool, tx, processId);
    const fresh = await unrecorded(tx, processId, entries, before?.state.seq ?? 0);
    const after = fresh.length === 0 ? before : await advance(tx, before, fresh);
    if (settlement) await settle(tx, settlement.commandId, settlement.status, settlement.answer);
    return { seq: after?.state.seq ?? 0, state: after?.state, number: after?.number ?? null };
  });
  if (recorded.state) remember(db.pool, recorded.state);
  return recorded;
};

/** The entries after `last`, when those up to it are equal to what is recorded and the others follow without a gap. */
async function unrecorded(
  tx: Tx,
  processId: string,
  entries: readonly Entry[],
  last: number,
): Promise<Entry[]> {
  const repeated = entries.filter(({ seq }) => seq <= last);
  const [first] = repeated;
  const recorded = first ? await entriesOf(tx, processId, first.seq, last) : [];
  const bySeq = new Map(recorded.map((entry) => [entry.seq, entry]));
  for (const entry of repeated) {
    const known = bySeq.get(entry.seq);
    if (!known || !isSameEntry(known, entry)) throw new RecordConflict(processId, entry.seq);
  }
  const fresh = entries.filter(({ seq }) => seq > last);
  fresh.forEach(({ seq }, i) => {
    if (seq !== last + 1 + i) throw new RecordGap(processId, seq, last + i);
  });
  return fresh;
}

/** Reduces the new entries and writes everything that follows from them. */
async function advance(
  tx: Tx,
  before: Course | undefined,
  fresh: readonly Entry[],
): Promise<Course | undefined> {
  const steps = stepsFrom(before?.state, fresh);
  const state = steps.at(-1)?.after;
  if (!state) return before;
  const { writes, word } = await consequences(tx, before?.state, state, steps);
  const { at, number, numbers } = await numbered(tx, before, state, fresh);
  const after: Course = { state, number, numbers };
  const journal = fresh.map((entry) => journalRow(state.id, entry, at.get(entry.seq) ?? null));
  await writeAll(tx, [rowsInto('journal', journal), ...changes(before, after), ...writes], word);
  return after;
}

type Given = Pick<Course, 'number' | 'numbers'> & { at: ReadonlyMap<number, string> };

/** The numbers that the new entries take, each where it was taken; a process has one of its own for good. */
async function numbered(
  tx: Tx,
  before: Course | undefined,
  state: State,
  fresh: readonly Entry[],
): Promise<Given> {
  let number = before?.number ?? null;
  const numbers = { ...before?.numbers };
  const at = new Map<number, string>();
  for (const entry of fresh) {
    const taken = numberedBy(entry.event);
    if (taken === undefined || (taken.item === undefined && number !== null)) continue;
    const next = await nextNumber(tx, state, taken, entry);
    at.set(entry.seq, next);
    if (taken.item === undefined) number = next;
    else numbers[taken.item] = next;
  }
  return { number, numbers, at };
}

function stepsFrom(before: State | undefined, fresh: readonly Entry[]): Step[] {
  let state = before;
  return fresh.map((entry) => {
    state = reduce(state, entry);
    return { entry, after: state };
  });
}
