import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { scope } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { titleOf } from '../reference/title.ts';

/** So many of the latest matters say what is common here: the season counts, and the ledger may be long. */
const LATEST = 200;

export const KindUsed = z.object({
  value: z.string(),
  title: z.string(),
  group: z.string(),
  /** How many of the latest matters in my grids are of it. */
  used: z.int(),
});
export type KindUsed = z.infer<typeof KindUsed>;

type Row = { code: string; name: string; name_en: string; group: string; group_en: string; used: number };

/** The catalogue of kinds, those first that the subject's grids report most. */
export async function kindsUsed(db: Database, subject: Subject, language: Language): Promise<KindUsed[]> {
  const matters = scope(subject, 'patrol:read', { placePath: 'm.place_path' });
  const { rows } = await db.pool.query<Row>(
    `select k.code, k.name, k.name_en, k."group", k.group_en, count(latest.kind)::int as used
     from kind k left join (select m.kind from matter m where ${matters.sql}
                            order by m.opened_at desc limit ${LATEST}) latest on latest.kind = k.code
     group by k.code order by used desc, k."group", k.code`,
    matters.values,
  );
  return rows.map((row) => ({
    value: row.code,
    title: titleOf({ name: row.name, nameEn: row.name_en }, language),
    group: language === 'zh' ? row.group : row.group_en,
    used: row.used,
  }));
}
