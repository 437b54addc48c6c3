import { createHash } from 'node:crypto';
import type { Database } from '../../../prisma/client.ts';
import { open } from '../../../prisma/seal.ts';
import { idIn, openWords } from '../../../prisma/words.ts';
import { referencesIn } from '../matters/reveal.ts';
import type { Audited } from './audited.ts';
import { found } from './check.ts';
import type { Finding, Place } from './check.ts';

/** The words that are referred to are there and have the digests of their references; nobody reads them for this. */
export async function words(db: Database, { entries, commands }: Audited): Promise<Finding> {
  const pieces = [entries, commands.map(({ body }) => body)];
  const references = [...new Set(referencesIn(pieces))];
  const seqs = new Map(
    entries.flatMap((entry) => referencesIn(entry).map((reference) => [reference, entry.seq] as const)),
  );
  const places: Place[] = [];
  for (const reference of references) {
    const code = await faultOf(db, reference);
    if (code !== undefined)
      places.push({ seq: seqs.get(reference), code, text: idIn(reference) ?? reference });
  }
  return found('words', places, { n: references.length });
}

async function faultOf(db: Database, reference: string): Promise<string | undefined> {
  try {
    return (await openWords(db, [reference])).size === 1 ? undefined : 'missing';
  } catch {
    return 'changed';
  }
}

type FileRow = { id: string; sha256: string; key_id: string; nonce: Buffer; sealed: Buffer };

/** The files open, and have the digests that were written down when they were taken in. One at a time: they are large. */
export async function attachments({ pool, keys }: Database, { id }: Audited): Promise<Finding> {
  const { rows } = await pool.query<{ id: string }>(
    'select id from attachment where matter_id = $1 order by id',
    [id],
  );
  const places: Place[] = [];
  for (const { id: file } of rows) {
    const [row] = (await pool.query<FileRow>('select * from attachment where id = $1', [file])).rows;
    if (row === undefined || !isItself(keys, row)) places.push({ code: 'changed', text: file });
  }
  return found('attachments', places, { n: rows.length });
}

function isItself(keys: Database['keys'], { id, sha256, key_id: keyId, nonce, sealed }: FileRow): boolean {
  try {
    const content = open(keys, { keyId, nonce, sealed }, `attachment ${id}`);
    return createHash('sha256').update(content).digest('hex') === sha256;
  } catch {
    return false; // does not open: it was changed or moved
  }
}
