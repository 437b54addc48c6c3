import { z } from 'zod';
import { CalendarFile, compileCalendar } from '../../../policies/calendar-file.ts';
import type { Tx } from '../../../prisma/client.ts';
import { versionsOf } from '../../../prisma/proposals.ts';
import type { Proposed } from '../../../prisma/proposals.ts';
import { catalog } from '../../../workflows/catalog.ts';
import { Calendar } from '../../../workflows/rules/calendar.ts';
import { Examples } from '../../../workflows/rules/policy-case.ts';
import { checkPolicy } from '../../../workflows/rules/policy-check.ts';
import { runExamples } from '../../../workflows/rules/policy-examples.ts';
import { parentName } from '../../../workflows/rules/policy-extends.ts';
import { faultAt, shapeFaults } from '../../../workflows/rules/policy-fault.ts';
import { valueAt } from '../../../workflows/rules/policy-leaves.ts';
import { overlapFaults } from '../../../workflows/rules/policy-versions.ts';
import { Faulty } from './faulty.ts';

/** A version that may be put in force. */
export type Sound = { what: Proposed; name: string; version: string; body: object; examples?: unknown };

/** A pack, as it is written in a file, whole or built on one that is in force, with the cases that it must answer to. */
export const PackDocument = z.strictObject({
  document: z.record(z.string(), z.unknown()),
  examples: z.unknown().optional(),
});
export type PackDocument = z.infer<typeof PackDocument>;

/** The newest body of a pack or calendar in the database. */
async function newest(sql: Tx, [table, key]: [string, string], name: unknown): Promise<unknown> {
  const { rows } = await sql.query<{ body: unknown }>(
    `select body from ${table} where ${key} = $1 order by in_force_from desc, version desc limit 1`,
    [name],
  );
  return rows[0]?.body;
}

/** Checks a pack and tries its cases. Throws Faulty with every fault. */
export async function soundPack(sql: Tx, { document, examples }: PackDocument): Promise<Sound> {
  const parent = await newest(sql, ['policy_version', 'name'], parentName(document) ?? null);
  const named = valueAt(document, ['calendar']) ?? valueAt(parent, ['calendar']);
  const calendar = Calendar.safeParse(await newest(sql, ['calendar_version', 'id'], named ?? null)).data;
  const processes = Object.fromEntries(Object.entries(catalog).map(([name, { numbers }]) => [name, numbers]));
  const { policy, faults } = checkPolicy(document, { parent, calendar, processes });
  if (policy === undefined || calendar === undefined) throw new Faulty(faults);
  const cases = Examples.safeParse(examples);
  if (examples !== undefined && !cases.success) throw new Faulty(shapeFaults(cases.error.issues, 'examples'));
  const failing = cases.success ? runExamples(policy, calendar, cases.data) : [];
  if (failing.length > 0) throw new Faulty(failing.map((text) => faultAt('examples', text)));
  return { what: 'policy', name: policy.name, version: policy.version, body: policy, examples: cases.data };
}

/** Checks a calendar by notice. Throws Faulty. */
export function soundCalendar(document: unknown): Sound {
  const read = CalendarFile.safeParse(document);
  if (!read.success) throw new Faulty(shapeFaults(read.error.issues));
  const calendar = compileCalendar(read.data);
  return { what: 'calendar', name: calendar.id, version: calendar.version, body: calendar };
}

/** A version is new, and no two of one name begin in the same moment. Throws Faulty. */
export async function mustFit(sql: Tx, { what, name, version }: Sound, inForceFrom: Date): Promise<void> {
  const known = await versionsOf(sql, what, name);
  const faults = overlapFaults(
    { name, version, inForceFrom },
    known.map((one) => ({ name, ...one })),
  );
  if (faults.length > 0) throw new Faulty(faults);
}
