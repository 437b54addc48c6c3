import type { Database } from '../../../prisma/client.ts';
import { NotFound } from '../refusal.ts';
import { LINE } from './line.ts';
import type { LineRow } from './line.ts';

/** A matter from its intake on: its line, and what the front door noted. `words` and `contact` are references. */
export type IntakeRow = LineRow & {
  reporter_id: string | null;
  taken_by_id: string | null;
  is_complaint: boolean;
  way: string;
  channel: string;
  answer_by: string;
  received_at: Date;
  happened_at: Date | null;
  words: string | null;
  contact: string | null;
};

/** The matter by its id. Throws NotFound. */
export async function intakeOf({ pool }: Database, id: string): Promise<IntakeRow> {
  const { rows } = await pool.query<IntakeRow>(
    `select ${LINE}, i.reporter_id, i.taken_by_id, coalesce(k.is_complaint, false) as is_complaint, i.way, i.channel,
            i.answer_by, i.received_at, coalesce(m.happened_at, i.happened_at) as happened_at,
            'w:' || w.id || ':' || w.hash as words, 'w:' || c.id || ':' || c.hash as contact
     from intake i join place p on p.id = i.place_id left join matter m on m.id = i.id left join process pr on pr.id = i.id
     left join kind k on k.code = coalesce(m.kind, i.kind)
     left join words w on w.id = i.words_id left join words c on c.id = i.contact_id where i.id = $1`,
    [id],
  );
  const [row] = rows;
  if (row === undefined) throw new NotFound();
  return row;
}
