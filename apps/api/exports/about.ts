import { z } from 'zod';
import { t } from '../../../workflows/process/field.ts';
import { decide } from '../door/decide.ts';
import { titleOf } from '../reference/title.ts';
import { timeOf } from '../wire.ts';
import type { Asking } from './asking.ts';
import { filterSaid } from './filter-said.ts';
import { filterTitles } from './filter-words.ts';
import type { Rows } from './sheet.ts';

/** What a workbook tells of itself, when it is known how many lines it has. */
export type About = { title: string; rows: (lines: number) => Rows };

const said = {
  about: t('说明', 'About'),
  at: t('导出时间', 'Taken at'),
  by: t('导出人', 'Taken by'),
  lines: t('行数（全部）', 'Lines, all of them'),
  nobody: t('未登录', 'nobody signed in'),
};

/** Filters as they were checked: one choice, or several. */
const Choice = z.union([z.string(), z.number(), z.boolean()]);
const Query = z.record(z.string(), z.union([Choice, z.array(Choice)]).optional());

/** Who took it, when, and by which filters: what somebody asks who is shown the file in a hearing. */
export async function aboutOf(asking: Asking, query: unknown): Promise<About> {
  const { language } = asking;
  const at = timeOf(new Date()).slice(0, 16).replace('T', ' ');
  const filters = Object.entries(Query.parse(query)).flatMap(([filter, value]) =>
    [value ?? []].flat().flatMap((one) => (one === '' ? [] : { filter, value: String(one) })),
  );
  const names = await namesOf(
    asking,
    filters.map(({ value }) => value),
  );
  const rows = (lines: number): Rows => [
    { name: said.at[language], value: at },
    { name: said.by[language], value: names.get(asking.subject.personId ?? '') ?? said.nobody[language] },
    ...filters.map(({ filter, value }) => ({
      name: filterTitles[filter]?.[language] ?? filter,
      value: names.get(value) ?? filterSaid(filter, value, language),
    })),
    { name: said.lines[language], value: lines },
  ];
  return { title: said.about[language], rows };
}

type Row = { value: string; name: string; nameEn: string };

const isId = (value: string): boolean => z.uuid().safeParse(value).success;

/** Units, places and kinds are named to everybody; staff to whom they are named elsewhere, and himself to the one who asks. */
async function namesOf(
  { db, subject, language }: Asking,
  values: readonly string[],
): Promise<Map<string, string>> {
  const ids = values.filter(isId);
  const staff = decide(subject, 'people:read').may ? ids : [];
  const { rows } = await db.pool.query<Row>(
    `select id::text as value, name, name_en as "nameEn" from unit where id = any($1::uuid[])
     union all select id::text, name, name_en from place where id = any($1::uuid[])
     union all select path, name, name_en from place where path = any($2)
     union all select code, name, name_en from kind where code = any($2)
     union all select id::text, name, name_en from person where id = $3
       or (id = any($4::uuid[]) and exists (select from post where person_id = person.id))`,
    [ids, values, subject.personId, staff],
  );
  return new Map(rows.map((row) => [row.value, titleOf(row, language)]));
}
