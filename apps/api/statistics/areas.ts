import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { titleOf } from '../reference/title.ts';
import { NotFound } from '../refusal.ts';

/** A place as a map shows it. `isDirect`: stands for what lies at the place itself and in nothing below. */
export const Area = z.object({
  id: z.uuid(),
  path: z.string(),
  title: z.string(),
  level: z.string(),
  hasChildren: z.boolean(),
  isDirect: z.boolean(),
});
export type Area = z.infer<typeof Area>;

type Row = { id: string; path: string; name: string; name_en: string; level: string; has_children: boolean };

const PLACE = `select p.id, p.path, p.name, p.name_en, p.level,
  exists (select from place child where child.parent_id = p.id) as has_children from place p`;

/** The place that is looked at: the one asked for, else the highest of the subject's own posts, else the top of the tree. */
export async function topFor(db: Database, subject: Subject, id: string | undefined): Promise<Row> {
  const own = subject.posts.map(({ placePath }) => placePath);
  const { rows } = await db.pool.query<Row>(
    `${PLACE} where case when $1::uuid is not null then p.id = $1
       when cardinality($2::text[]) > 0 then p.path = any($2) else p.parent_id is null end
     order by length(p.path), p.path limit 1`,
    [id ?? null, own],
  );
  const [top] = rows;
  if (top === undefined) throw new NotFound();
  return top;
}

/** What a place is divided into for counting: itself and those right below it, or all below it on a level. */
export async function areasIn(db: Database, top: Row, level?: string): Promise<Row[]> {
  const { rows } = await db.pool.query<Row>(
    `${PLACE} where p.path = $1 or ($2::text is null and p.parent_id = $3)
       or ($2 is not null and p.level = $2 and p.path like $1 || '/%') order by p.path`,
    [top.path, level ?? null, top.id],
  );
  return rows;
}

/** The places from the top of the tree down to one. */
export async function wayTo(db: Database, path: string, language: Language): Promise<Area[]> {
  const { rows } = await db.pool.query<Row>(
    `${PLACE} where $1 = p.path or $1 like p.path || '/%' order by length(p.path)`,
    [path],
  );
  return rows.map((row) => areaOf(row, language));
}

/** A place's own name: what stands around an area says where it lies. */
export const titleIn = (row: { name: string; name_en: string }, language: Language): string =>
  titleOf({ name: row.name, nameEn: row.name_en }, language);

export const areaOf = (row: Row, language: Language, isDirect = false): Area => ({
  id: row.id,
  path: row.path,
  title: titleIn(row, language),
  level: row.level,
  hasChildren: row.has_children,
  isDirect,
});

/** SQL for the area of a case `c`: the longest of the paths that covers its place. */
export const areaSql = (paths: string): string => `(select max(path) from unnest(${paths}::text[]) as path
  where c.place_path = path or starts_with(c.place_path, path || '/'))`;
