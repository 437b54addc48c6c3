import { z } from 'zod';
import { processNamed } from '../../../workflows/catalog.ts';
import type { Database } from '../../../prisma/client.ts';
import { scope } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { hrefOf, titledProcess } from '../processes/address.ts';
import { timeOf } from '../wire.ts';
import { Titled } from './shown.ts';
import { titlesOf } from './titles.ts';
import type { Titles } from './titles.ts';

/** An open task that nobody was there for. `reason`: the role is vacant, or all who hold it are away. */
export const WithoutHolder = z.object({
  task: z.string(),
  href: z.string(),
  kind: z.string(),
  title: z.string(),
  process: z.object({ id: z.uuid(), href: z.string(), process: Titled, number: z.string().nullable() }),
  matter: z.object({ id: z.uuid(), href: z.string(), number: z.string().nullable() }).nullable(),
  place: Titled.nullable(),
  unit: Titled.nullable(),
  reason: z.string(),
  since: z.string(),
  /** To whom it went; null where there is nobody at all. */
  wentTo: z
    .object({ person: Titled.nullable(), unit: Titled.nullable(), inSteadOf: Titled.nullable() })
    .nullable(),
});
export type WithoutHolder = z.infer<typeof WithoutHolder>;

type Row = {
  task_id: string;
  person_id: string | null;
  for_id: string | null;
  stand_in_unit_id: string | null;
  reason: string;
  at: Date;
  kind: string;
  unit_id: string | null;
  place_path: string;
  process_id: string;
  process: string;
  number: string | null;
};

/** A list longer than this is a town without staff: a page shows no more, a file shows all. */
const MOST = 200;

const columns = { unitIds: 'pr.unit_ids', placePath: 'pr.place_path' };

/** Open tasks, on what the subject watches, for which nobody held the role, the oldest first (practice.md, 12). */
export async function tasksWithoutHolder(
  db: Database,
  subject: Subject,
  language: Language,
  most: number | null = MOST,
): Promise<WithoutHolder[]> {
  const seen = scope(subject, 'cards:list', columns, [most]);
  const { rows } = await db.pool.query<Row>(
    `select r.task_id, r.person_id, r.for_id, r.unit_id as stand_in_unit_id, r.reason, r.at, t.kind, t.unit_id,
            t.place_path, t.process_id, pr.type as process, pr.number
     from task_route r join task t on t.id = r.task_id join process pr on pr.id = t.process_id
     where t.status = 'open' and ${seen.sql} order by r.at, r.task_id limit $1`,
    seen.values,
  );
  const titles = await titlesOf(db, language, {
    units: rows.flatMap(({ unit_id: asked, stand_in_unit_id: found }) => [asked ?? [], found ?? []].flat()),
    people: rows.flatMap(({ person_id: person, for_id: away }) => [person ?? [], away ?? []].flat()),
    places: rows.map(({ place_path: path }) => path),
  });
  return rows.map((row) => lineOf(row, titles, language));
}

const lineOf = (row: Row, titles: Titles, language: Language): WithoutHolder => ({
  task: row.task_id,
  href: `/api/v1/tasks/${row.task_id}`,
  kind: row.kind,
  title: processNamed(row.process).tasks[row.kind]?.title[language] ?? row.kind,
  ...wholeOf(row, language),
  place: titles.place(row.place_path),
  unit: titles.unit(row.unit_id),
  reason: row.reason,
  since: timeOf(row.at),
  wentTo: wentTo(row, titles),
});

function wentTo(row: Row, titles: Titles): WithoutHolder['wentTo'] {
  if (row.person_id === null) return null;
  return {
    person: titles.person(row.person_id),
    unit: titles.unit(row.stand_in_unit_id),
    inSteadOf: titles.person(row.for_id),
  };
}

function wholeOf(row: Row, language: Language): Pick<WithoutHolder, 'process' | 'matter'> {
  const { process_id: id, process, number } = row;
  const href = hrefOf(process, id);
  const isMatter = processNamed(process).isMatter === true;
  return {
    process: { id, href, process: titledProcess(process, language), number },
    matter: isMatter ? { id, href, number } : null,
  };
}
