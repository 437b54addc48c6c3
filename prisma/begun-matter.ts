import { z } from 'zod';
import { inTransaction } from './client.ts';
import type { Database, Tx } from './client.ts';
import { insertIntake, intakeFacts, UnknownPlace } from './intake-row.ts';
import type { IntakeRow, StartPayload } from './intake-row.ts';
import { codeHashOf, newCode, nextReceipt } from './receipt.ts';
import { sealWords } from './words.ts';

/** What a process says of a matter that it begins (six steps for something said at a session). */
const Begun = z.looseObject({
  kind: z.string(),
  words: z.string(),
  contact: z.string().nullish(),
  person: z.uuid().nullish(),
  way: z.string().default('process'),
  channel: z.string().default('system'),
  answerBy: z.string().default('system'),
});

/**
 * A matter that another process begins passes the front door too: it gets a receipt and its reporter, as if it had been
 * handed in, and its words stay where they were sealed. May be repeated. Throws UnknownPlace, DatabaseAway.
 */
export async function enterBegunMatter(
  db: Database,
  id: string,
  payload: StartPayload,
): Promise<StartPayload> {
  const begun = Begun.parse(payload.facts);
  const receivedAt = new Date(payload.receivedAt);
  const isComplaint = await inTransaction(db, async (tx) => {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [id]);
    const known = await complaintIn(tx, id);
    if (known !== undefined) return known;
    const placeId = await placeAt(tx, payload.place);
    const next = await nextReceipt(tx, placeId, receivedAt);
    if (!next) throw new UnknownPlace(placeId);
    const code = newCode();
    await sealWords(tx, db.keys, { matterId: id, kind: 'code', text: code });
    const codeHash = codeHashOf(db.keys, next.receipt, code);
    return insertIntake(tx, { ...rowOf(id, begun, placeId, receivedAt), receipt: next.receipt, codeHash });
  });
  const row = { ...rowOf(id, begun, '', receivedAt), receipt: '', codeHash: '' };
  return { ...payload, facts: { ...payload.facts, ...intakeFacts(row, payload.place, isComplaint) } };
}

function rowOf(
  id: string,
  { person, words, contact, ...said }: z.infer<typeof Begun>,
  placeId: string,
  receivedAt: Date,
): Omit<IntakeRow, 'receipt' | 'codeHash'> {
  const { kind, way, channel, answerBy } = said;
  const intake = { kind, way, channel, answerBy, placeId, reporterId: person };
  return { id, intake, said: { words, contact: contact ?? null }, receivedAt };
}

/** Whether the kind of a matter that is there is a complaint; undefined while the matter is not there. */
async function complaintIn(tx: Tx, id: string): Promise<boolean | undefined> {
  const { rows } = await tx.query<{ is_complaint: boolean | null }>(
    'select kind.is_complaint from intake left join kind on kind.code = intake.kind where intake.id = $1',
    [id],
  );
  const [row] = rows;
  return row && (row.is_complaint ?? false);
}

async function placeAt(tx: Tx, path: string): Promise<string> {
  const { rows } = await tx.query<{ id: string }>('select id from place where path = $1', [path]);
  const [row] = rows;
  if (!row) throw new UnknownPlace(path);
  return row.id;
}
