import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { scope } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { titleOf } from '../reference/title.ts';

/** A grid with its estates and buildings is far smaller; more no phone has to carry. */
const MOST = 2_000;

export const GridPlace = z.object({
  value: z.uuid(),
  title: z.string(),
  level: z.string(),
  /** What it lies in. */
  within: z.string().nullable(),
  /** Whether it is the grid itself that a post of mine is for, and not just a part of it. */
  isGrid: z.boolean(),
  open: z.int(),
  late: z.int(),
});
export type GridPlace = z.infer<typeof GridPlace>;

type Row = {
  id: string;
  path: string;
  level: string;
  name: string;
  name_en: string;
  above: string | null;
  above_en: string | null;
  open: number | null;
  late: number | null;
};

/** The places of the subject's grids by their paths, with how many matters are open and late at each itself. */
export async function placesIn(db: Database, subject: Subject, language: Language): Promise<GridPlace[]> {
  const grid = scope(subject, 'patrol:read', { placePath: 'p.path' });
  const matters = scope(subject, 'patrol:read', { placePath: 'm.place_path' }, grid.values);
  const { rows } = await db.pool.query<Row>(
    `select p.id, p.path, p.level, p.name, p.name_en, up.name as above, up.name_en as above_en, n.open, n.late
     from place p left join place up on up.id = p.parent_id
     left join (select m.place_path, count(*)::int as open, (count(*) filter (where m.due_at < now()))::int as late
                from matter m where m.status <> 'closed' and m.closed_at is null and ${matters.sql}
                group by m.place_path) n on n.place_path = p.path
     where ${grid.sql} order by p.path limit ${MOST}`,
    matters.values,
  );
  const own = new Set(subject.posts.flatMap((post) => (post.role === 'gridWorker' ? post.placePath : [])));
  return rows.map((row) => ({
    value: row.id,
    title: titleOf({ name: row.name, nameEn: row.name_en }, language),
    level: row.level,
    within: language === 'zh' ? row.above : row.above_en,
    isGrid: own.has(row.path),
    open: row.open ?? 0,
    late: row.late ?? 0,
  }));
}
