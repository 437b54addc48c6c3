import { z } from 'zod';
import type { Tx } from './client.ts';

/** What can be put in force: a town's pack, or a calendar by notice. */
export const Proposed = z.enum(['policy', 'calendar']);
export type Proposed = z.infer<typeof Proposed>;

/** Somebody wants this version in force from a moment on; a second person decides. */
export type Proposal = {
  id: string;
  what: Proposed;
  name: string;
  version: string;
  body: unknown;
  /** The cases that it was tried on. */
  examples: unknown;
  inForceFrom: Date;
  proposedBy: string;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  verdict: 'approved' | 'refused' | null;
};

export type NewProposal = Pick<
  Proposal,
  'id' | 'what' | 'name' | 'version' | 'body' | 'examples' | 'inForceFrom' | 'proposedBy'
>;

const COLUMNS = `id, what, name, version, body, examples, in_force_from as "inForceFrom", proposed_by as "proposedBy",
  proposed_at as "proposedAt", decided_by as "decidedBy", decided_at as "decidedAt", verdict`;

const asJson = (value: unknown): string | null => (value == null ? null : JSON.stringify(value));

/** Writes a proposal down. */
export async function propose(tx: Tx, given: NewProposal): Promise<void> {
  const { id, what, name, version, body, examples, inForceFrom, proposedBy } = given;
  await tx.query(
    `insert into proposal (id, what, name, version, body, examples, in_force_from, proposed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, what, name, version, JSON.stringify(body), asJson(examples), inForceFrom, proposedBy],
  );
}

/** All proposals, the newest first. */
export async function proposals(sql: Tx, limit = 200): Promise<Proposal[]> {
  const { rows } = await sql.query<Proposal>(
    `select ${COLUMNS} from proposal order by proposed_at desc, id desc limit $1`,
    [limit],
  );
  return rows;
}

/** The proposal, locked until the transaction ends: it is decided once. */
export async function proposalForUpdate(tx: Tx, id: string): Promise<Proposal | undefined> {
  const { rows } = await tx.query<Proposal>(`select ${COLUMNS} from proposal where id = $1 for update`, [id]);
  return rows[0];
}

/** Writes the verdict down; an approved version is in force from its moment on, or from now where that has passed. */
export async function decideProposal(
  tx: Tx,
  { id, what, name, version, body, examples, inForceFrom }: Proposal,
  { by, verdict, now }: { by: string; verdict: 'approved' | 'refused'; now: Date },
): Promise<void> {
  await tx.query('update proposal set decided_by = $2, decided_at = $3, verdict = $4 where id = $1', [
    ...[id, by, now, verdict],
  ]);
  if (verdict === 'refused') return;
  const from = inForceFrom < now ? now : inForceFrom;
  const values = [name, version, JSON.stringify(body), from];
  if (what === 'calendar')
    await tx.query(
      'insert into calendar_version (id, version, body, in_force_from) values ($1, $2, $3, $4)',
      values,
    );
  else
    await tx.query(
      'insert into policy_version (name, version, body, in_force_from, examples) values ($1, $2, $3, $4, $5)',
      [...values, asJson(examples)],
    );
}

/** Each version that is written down, with the moment from which it is in force. */
export async function versionsOf(
  sql: Tx,
  what: Proposed,
  name: string,
): Promise<{ version: string; inForceFrom: Date }[]> {
  const [table, key] = what === 'policy' ? ['policy_version', 'name'] : ['calendar_version', 'id'];
  const { rows } = await sql.query<{ version: string; inForceFrom: Date }>(
    `select version, in_force_from as "inForceFrom" from ${table} where ${key} = $1 order by in_force_from, version`,
    [name],
  );
  return rows;
}
