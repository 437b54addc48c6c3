import { z } from 'zod';
import type { Tx } from '../../../prisma/client.ts';
import { Calendar } from '../../../workflows/rules/calendar.ts';
import { Examples } from '../../../workflows/rules/policy-case.ts';
import { tryExamples } from '../../../workflows/rules/policy-examples.ts';
import { tableOf } from '../../../workflows/rules/policy-table.ts';
import { Policy } from '../../../workflows/rules/policy.ts';
import type { Language } from '../language.ts';
import { NotFound } from '../refusal.ts';

const Row = z.object({
  path: z.string(),
  title: z.string(),
  /** As the pack writes it, in the notation of terms. */
  written: z.string(),
  /** The same in words. */
  said: z.string(),
  source: z.string().nullable(),
});

/** A pack as a table: every value in words, with the text that it comes from. */
export const PackShown = z.object({
  name: z.string(),
  version: z.string(),
  title: z.string(),
  calendar: z.string(),
  sections: z.array(z.object({ name: z.string(), title: z.string(), rows: z.array(Row) })),
});
export type PackShown = z.infer<typeof PackShown>;

/** An example case, tried now. `expected` and `when` stand as the pack writes them; `wrong` is empty when it holds. */
export const CaseShown = z.object({
  given: z.string(),
  when: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.unknown()),
  wrong: z.array(z.string()),
});
export type CaseShown = z.infer<typeof CaseShown>;

/** A version as it was put in force, and the cases that it was tried on. */
export type Kept = { policy: Policy; examples: Examples | undefined };

/** The version of that name. Throws NotFound. */
export async function keptPack(sql: Tx, name: string, version: string): Promise<Kept> {
  const { rows } = await sql.query<{ body: unknown; examples: unknown }>(
    'select body, examples from policy_version where name = $1 and version = $2',
    [name, version],
  );
  if (rows[0] === undefined) throw new NotFound();
  return { policy: Policy.parse(rows[0].body), examples: Examples.safeParse(rows[0].examples).data };
}

/** The newest version of a pack, in force already or not yet; undefined where there is none. */
export async function newestPack(sql: Tx, name: string): Promise<Policy | undefined> {
  const { rows } = await sql.query<{ body: unknown }>(
    'select body from policy_version where name = $1 order by in_force_from desc, version desc limit 1',
    [name],
  );
  return rows[0] && Policy.parse(rows[0].body);
}

/** The newest calendar of that id: what a case counts by. Throws NotFound. */
export async function newestCalendar(sql: Tx, id: string): Promise<Calendar> {
  const { rows } = await sql.query<{ body: unknown }>(
    'select body from calendar_version where id = $1 order by in_force_from desc, version desc limit 1',
    [id],
  );
  if (rows[0] === undefined) throw new NotFound();
  return Calendar.parse(rows[0].body);
}

/** A pack as a table in the reader's language. */
export function packShown(policy: Policy, language: Language): PackShown {
  const { name, version, title, calendar } = policy;
  const sections = tableOf(policy).map((section) => ({
    name: section.name,
    title: section.title[language],
    rows: section.rows.map(({ path, title: called, written, said, source }) => ({
      ...{ path, written, source: source?.[language] ?? null },
      title: called[language],
      said: said[language],
    })),
  }));
  return { name, version, calendar, title: title[language], sections };
}

/** Every case of a pack with what comes of it now. */
export const casesShown = ({ policy, examples }: Kept, calendar: Calendar): CaseShown[] =>
  examples === undefined
    ? []
    : tryExamples(policy, calendar, examples).map(({ example: { given, when, expected }, wrong }) => ({
        given,
        when: { ...when },
        expected,
        wrong,
      }));
