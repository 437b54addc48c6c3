import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Language } from '../language.ts';
import { Titled } from '../matters/shown.ts';
import { titlesOf } from '../matters/titles.ts';
import type { Titles } from '../matters/titles.ts';
import { titledProcess } from '../processes/address.ts';
import { GRID, HANDS, isIn, OPEN } from './clock-query.ts';
import type { Seen } from './clock-query.ts';
import { handsOf, namesOfHands } from './hands.ts';

/** By what open clocks are told apart. */
export const By = z.enum(['unit', 'place', 'colour', 'kind', 'process']);
export type By = z.infer<typeof By>;

/** How many clocks stand how, of one unit, grid, colour, kind or process; `none` where it has none. */
export const Group = Titled.extend({ late: z.int(), soon: z.int(), paused: z.int() });
export type Group = z.infer<typeof Group>;

const keys: Readonly<Record<By, string>> = {
  unit: HANDS,
  place: GRID,
  colour: 'm.colour',
  kind: 'm.kind',
  process: 'pr.type',
};

type Row = Omit<Group, 'title'>;

const counted = (['late', 'soon', 'paused'] as const)
  .map((state) => `(count(*) filter (where ${isIn[state]}))::int as ${state}`)
  .join(', ');

/** Raw counts of every group that has any, the most late first. */
export async function groupsOf(db: Database, seen: Seen, by: By, language: Language): Promise<Group[]> {
  const { rows } = await db.pool.query<Row>(
    `select coalesce(${keys[by]}, 'none') as value, ${counted} ${OPEN} and ${seen.sql}
       and (${Object.values(isIn).join(' or ')})
     group by 1 order by late desc, soon desc, paused desc, value`,
    seen.values,
  );
  const titles = await titlesOf(db, language, wanted(by, rows));
  return rows.map((row) => ({ ...row, title: titleIn(by, row.value, titles, language) }));
}

function wanted(by: By, rows: readonly Row[]) {
  const values = rows.map(({ value }) => value).filter((value) => value !== 'none');
  if (by === 'kind') return { kinds: values };
  if (by !== 'unit') return by === 'place' ? { places: values } : {};
  return namesOfHands(values);
}

function titleIn(by: By, value: string, titles: Titles, language: Language): string {
  if (value === 'none' || by === 'colour') return value;
  if (by === 'process') return titledProcess(value, language).title;
  if (by === 'kind') return titles.kind(value)?.title ?? value;
  return (by === 'unit' ? handsOf(value, titles) : titles.place(value))?.title ?? value;
}

/** The same of all together. */
export async function totalsOf({ pool }: Database, seen: Seen): Promise<Omit<Row, 'value'>> {
  const { rows } = await pool.query<Omit<Row, 'value'>>(
    `select ${counted} ${OPEN} and ${seen.sql} and (${Object.values(isIn).join(' or ')})`,
    seen.values,
  );
  return rows[0] ?? { late: 0, soon: 0, paused: 0 };
}
