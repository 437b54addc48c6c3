import { z } from 'zod';
import { lowestTier } from '../workflows/processes/six-step/rules.ts';
import type { Tx } from './client.ts';
import { settle } from './commands.ts';
import type { Command } from './commands.ts';
import { file } from './outbox.ts';
import { codeHashOf, newCode, nextReceipt } from './receipt.ts';
import type { Keyring } from './seal.ts';
import { idIn, sealWords } from './words.ts';

/**
 * What the front door took. `raw` is the body as it came (see commands.ts); `text` and `contact` (a text of the caller's
 * making) are sealed. `facts` joins what the workflow is started with: codes and ids only. `external` is the number
 * that an import or another system knows it by, unique.
 */
export type NewIntake = {
  key: string;
  subjectId: string;
  raw: unknown;
  process: string;
  way: string;
  channel: string;
  answerBy: string;
  kind: string;
  placeId: string;
  text: string;
  contact?: string | null;
  reporterId?: string | null;
  takenById?: string | null;
  external?: string | null;
  happenedAt?: Date | null;
  receivedAt?: Date;
  attachmentIds?: readonly string[];
  facts?: Readonly<Record<string, z.core.util.JSONType>>;
};

/** References to what was sealed. */
export type Said = { words: string; contact: string | null };

/** What the reporter is told: the id, and the receipt with its code to track and rate by. */
export type Receipt = { id: string; receipt: string; code: string };

/** What the starter finds in an errand of lane `start`: codes, ids and references only, fit for a workflow. */
export const StartPayload = z.object({
  process: z.string(),
  place: z.string(),
  receivedAt: z.iso.datetime(),
  facts: z.record(z.string(), z.json()),
});
export type StartPayload = z.infer<typeof StartPayload>;

/** The place of an intake is not in the grid tree. */
export class UnknownPlace extends Error {
  constructor(placeId: string) {
    super(`There is no place ${placeId}.`);
    this.name = 'UnknownPlace';
  }
}

/** The row of another system, or of a file, is here already. */
export class KnownExternal extends Error {
  constructor(external: string) {
    super(`${external} has been taken in before.`);
    this.name = 'KnownExternal';
  }
}

type Entering = { intake: NewIntake; command: Command; said: Said };

/** Writes the intake row with its receipt, the errand to start the process, and the command's answer. */
export async function enter(tx: Tx, keys: Keyring, { intake, command, said }: Entering): Promise<Receipt> {
  const id = command.processId;
  const receivedAt = intake.receivedAt ?? command.receivedAt;
  const code = newCode();
  const keptCode = await sealWords(tx, keys, { matterId: id, kind: 'code', text: code });
  const next = await nextReceipt(tx, intake.placeId, receivedAt);
  if (!next) throw new UnknownPlace(intake.placeId);
  const codeHash = codeHashOf(keys, next.receipt, code);
  const row = { id, intake, said, receivedAt, receipt: next.receipt, codeHash };
  const isComplaint = await insertIntake(tx, row);
  await claimAttachments(tx, id, intake);
  const facts = intakeFacts(row, next.place, isComplaint);
  const payload: StartPayload = {
    process: intake.process,
    place: next.place,
    receivedAt: receivedAt.toISOString(),
    facts,
  };
  await file(tx, [{ id: `start:${id}`, lane: 'start', processId: id, payload }]);
  await settle(tx, command.id, 'accepted', { id, receipt: next.receipt, code: keptCode });
  await tx.query(`select pg_notify('minqing', $1)`, [
    JSON.stringify({ process: id, matter: id, tasks: [], people: [] }),
  ]);
  return { id, receipt: next.receipt, code };
}

export type IntakeRow = {
  id: string;
  /** What was taken, without how it was asked for. */
  intake: Omit<NewIntake, 'key' | 'subjectId' | 'raw' | 'process' | 'text' | 'contact' | 'attachmentIds'>;
  said: Said;
  receivedAt: Date;
  receipt: string;
  codeHash: string;
};

/** Answers whether the kind of the matter is a complaint. */
export async function insertIntake(
  tx: Tx,
  { id, intake, said, receivedAt, receipt, codeHash }: IntakeRow,
): Promise<boolean> {
  const { way, channel, answerBy, kind, placeId, reporterId, takenById, external, happenedAt } = intake;
  const { rows } = await tx.query<{ is_complaint: boolean | null }>(
    `insert into intake (id, receipt, code_hash, way, channel, answer_by, kind, place_id, reporter_id, taken_by_id,
       words_id, contact_id, external, happened_at, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict (external) do nothing
     returning (select is_complaint from kind where kind.code = intake.kind)`,
    [
      ...[id, receipt, codeHash, way, channel, answerBy, kind, placeId, reporterId, takenById],
      ...[idIn(said.words), said.contact && idIn(said.contact), external, happenedAt, receivedAt],
    ],
  );
  const [row] = rows;
  if (!row) throw new KnownExternal(external ?? '');
  return row.is_complaint ?? false;
}

async function claimAttachments(tx: Tx, id: string, intake: NewIntake): Promise<void> {
  const { attachmentIds = [], takenById, reporterId } = intake;
  if (attachmentIds.length === 0) return;
  await tx.query(
    `update attachment set matter_id = $1
     where id = any($2::uuid[]) and matter_id is null and author_id is not distinct from $3::uuid`,
    [id, attachmentIds, takenById ?? reporterId ?? null],
  );
}

/** What the workflow begins with: everything the steps ask for, and not a word that somebody said. */
export function intakeFacts(
  { id, intake, said, receivedAt }: IntakeRow,
  place: string,
  isComplaint: boolean,
): StartPayload['facts'] {
  const { kind, way, channel, answerBy, happenedAt } = intake;
  return {
    ...{ kind, way, channel, isComplaint, words: said.words },
    receivedAt: receivedAt.toISOString(),
    ...(happenedAt ? { happenedAt: happenedAt.toISOString() } : {}),
    reporters: [{ matter: id, answerBy }],
    tier: lowestTier(place),
    ...intake.facts,
  };
}
