import { canonical } from './canonical.ts';
import { inTransaction } from './client.ts';
import type { Database, Tx } from './client.ts';
import { newId } from './id.ts';
import { fingerprint, isPrintOf } from './seal.ts';
import type { Keyring } from './seal.ts';

export type Status = 'accepted' | 'rejected' | 'unknown';

/** How a command ended, with the answer that every repetition gets again. */
export type Outcome = { status: Status; answer: unknown; at: Date };

/** A row of `command`. `body` holds references instead of words; `outcome` is the latest known. */
export type Command = {
  id: string;
  key: string;
  subjectId: string;
  processId: string;
  name: string;
  body: unknown;
  receivedAt: Date;
  outcome?: Outcome;
};

/**
 * An act as it came in. `raw` is what the caller sent: only its keyed fingerprint is kept, to know a repetition.
 * `stored` makes what is kept, sealing words on the way; it is called once, in the transaction that writes the row.
 * `begins`: the act begins a process, so a repetition comes with another `processId`.
 */
export type NewCommand<B = unknown> = {
  key: string;
  subjectId: string;
  processId: string;
  name: string;
  raw: unknown;
  stored: (tx: Tx) => Promise<B>;
  begins?: boolean;
};

/**
 * new: do it; `body` is what `stored` made. same: came before, with its outcome where there is one.
 * conflict: the key belongs to another body (422).
 */
export type Opened<B = unknown> =
  { kind: 'new'; command: Command; body: B } | { kind: 'same'; command: Command } | { kind: 'conflict' };

type Row = {
  id: string;
  key: string;
  subject_id: string;
  process_id: string;
  name: string;
  body: unknown;
  body_hash: string;
  received_at: Date;
  status?: Status | null;
  answer?: unknown;
  at?: Date | null;
};

/** Writes the act down before anything is done, once per subject and key, however often it is sent. */
export const openCommand = <B>(db: Database, given: NewCommand<B>): Promise<Opened<B>> =>
  inTransaction(db, (tx) => openCommandIn(tx, db.keys, given));

/** The same inside a transaction of the caller's. The lock makes repetitions of the same moment wait for the first. */
export async function openCommandIn<B>(tx: Tx, keys: Keyring, given: NewCommand<B>): Promise<Opened<B>> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [
    `${given.subjectId} ${given.key}`,
  ]);
  const { rows } = await tx.query<Row>(`${WITH_OUTCOME} where c.subject_id = $1 and c.key = $2`, [
    given.subjectId,
    given.key,
  ]);
  const [earlier] = rows;
  if (!earlier) {
    const body = await given.stored(tx);
    return { kind: 'new', command: await write(tx, keys, given, canonical(body)), body };
  }
  return isRepetition(keys, given, earlier)
    ? { kind: 'same', command: commandOf(earlier) }
    : { kind: 'conflict' };
}

/** A command by its id, for whoever asks what became of it. */
export async function findCommand(db: Database, id: string): Promise<Command | undefined> {
  const { rows } = await db.pool.query<Row>(`${WITH_OUTCOME} where c.id = $1`, [id]);
  return rows[0] && commandOf(rows[0]);
}

/** Commands without a final outcome, taken before `before`, oldest first: what the sweeper repeats. */
export async function openCommands(db: Database, before: Date, limit: number): Promise<Command[]> {
  const { rows } = await db.pool.query<Row>(
    `${WITH_OUTCOME} join command_open open on open.command_id = c.id
     where open.received_at < $1 order by open.received_at limit $2`,
    [before, limit],
  );
  return rows.map(commandOf);
}

/**
 * Notes how a command ended and returns the outcome that stands: the first final one wins, a later one changes nothing.
 * `unknown` may be followed by a final one; nothing follows that.
 */
export async function settle(tx: Tx, commandId: string, status: Status, answer: unknown): Promise<Outcome> {
  const { rows } = await tx.query<Outcome>(
    `with written as (
       insert into command_outcome (command_id, status, answer)
       select $1::uuid, $2::text, $3::jsonb where not exists (
         select from command_outcome where command_id = $1 and status <> 'unknown')
       on conflict do nothing returning status, answer, at),
     closed as (delete from command_open where command_id = $1 and $2 <> 'unknown')
     select status, answer, at from written`,
    [commandId, status, canonical(answer)],
  );
  return rows[0] ?? standing(tx, commandId);
}

async function standing(tx: Tx, commandId: string): Promise<Outcome> {
  const { rows } = await tx.query<Outcome>(
    `select status, answer, at from command_outcome where command_id = $1 order by status = 'unknown' limit 1`,
    [commandId],
  );
  const [outcome] = rows;
  if (!outcome) throw new Error(`command ${commandId} has no outcome`);
  return outcome;
}

const WITH_OUTCOME = `
  select c.*, o.status, o.answer, o.at from command c left join lateral (
    select status, answer, at from command_outcome where command_id = c.id order by status = 'unknown' limit 1
  ) o on true`;

const PURPOSE = 'command body';

const textOf = ({ name, raw }: NewCommand) => canonical({ name, raw });

const isRepetition = (keys: Keyring, given: NewCommand, earlier: Row) =>
  (given.begins === true || given.processId === earlier.process_id) &&
  isPrintOf(keys, PURPOSE, textOf(given), earlier.body_hash);

async function write(tx: Tx, keys: Keyring, given: NewCommand, body: string): Promise<Command> {
  const print = fingerprint(keys, PURPOSE, textOf(given));
  const { rows } = await tx.query<Row>(
    `with written as (
       insert into command (id, key, subject_id, process_id, name, body, body_hash)
       values ($1, $2, $3, $4, $5, $6, $7) returning *),
     open as (insert into command_open (command_id, received_at) select id, received_at from written)
     select * from written`,
    [newId(), given.key, given.subjectId, given.processId, given.name, body, print],
  );
  const [row] = rows;
  if (!row) throw new Error('insert into command returned nothing');
  return commandOf(row);
}

function commandOf(row: Row): Command {
  const { id, key, subject_id: subjectId, process_id: processId, name, body, received_at: receivedAt } = row;
  const command = { id, key, subjectId, processId, name, body, receivedAt };
  if (!row.status || !row.at) return command;
  return { ...command, outcome: { status: row.status, answer: row.answer, at: row.at } };
}
