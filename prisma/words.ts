import { createHash } from 'node:crypto';
import type { Database, Tx } from './client.ts';
import { newId } from './id.ts';
import { CannotOpen, open, seal } from './seal.ts';
import type { Keyring } from './seal.ts';

/** What people said, in plain, on its way into or out of the table. */
export type NewWords = { matterId: string; kind: string; text: string; authorId?: string | null };

const REFERENCE = /^w:([0-9a-f-]{36}):([0-9a-f]{64})$/;

/** Whether a text is a reference to sealed words. */
export const isReference = (text: string): boolean => REFERENCE.test(text);

/** The id of the row that a reference names, null for anything else. */
export const idIn = (reference: string): string | null => REFERENCE.exec(reference)?.[1] ?? null;

const aadOf = (id: string, matterId: string) => `${id} ${matterId}`;

/** The hash a workflow and the journal know of the words; the nonce beside them keeps it from being guessed. */
const hashOf = (nonce: Buffer, text: string) => createHash('sha256').update(nonce).update(text).digest('hex');

/** Seals words into the table and returns their reference `w:<id>:<hash>`, the only thing that leaves PostgreSQL. */
export async function sealWords(tx: Tx, keys: Keyring, words: NewWords): Promise<string> {
  const id = newId();
  const row = seal(keys, words.text, aadOf(id, words.matterId));
  const hash = hashOf(row.nonce, words.text);
  await tx.query(
    `insert into words (id, matter_id, kind, key_id, nonce, sealed, hash, author_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, words.matterId, words.kind, row.keyId, row.nonce, row.sealed, hash, words.authorId ?? null],
  );
  return `w:${id}:${hash}`;
}

type Row = { id: string; matter_id: string; key_id: string; nonce: Buffer; sealed: Buffer };

/**
 * Opens references, in any number at once: reference → text. A reference nobody knows is left out; one whose
 * words do not have the hash that the reference names throws CannotOpen.
 */
export async function openWords(db: Database, references: readonly string[]): Promise<Map<string, string>> {
  const ids = references.flatMap((reference) => REFERENCE.exec(reference)?.[1] ?? []);
  if (ids.length === 0) return new Map();
  const { rows } = await db.pool.query<Row>(
    'select id, matter_id, key_id, nonce, sealed from words where id = any($1::uuid[])',
    [ids],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(references.flatMap((reference) => opened(db.keys, reference, byId)));
}

function opened(keys: Keyring, reference: string, byId: Map<string, Row>): [string, string][] {
  const [, id = '', hash] = REFERENCE.exec(reference) ?? [];
  const row = byId.get(id);
  if (!row) return [];
  const sealed = { keyId: row.key_id, nonce: row.nonce, sealed: row.sealed };
  const text = open(keys, sealed, aadOf(row.id, row.matter_id)).toString('utf8');
  if (hashOf(row.nonce, text) !== hash)
    throw new CannotOpen(`Words ${id} are not those that were referred to.`);
  return [[reference, text]];
}
