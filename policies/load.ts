// Packs and calendars: a town's numbers, read from a file or by name, and refused in one sentence that names every
// faulty path.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { catalog } from '../workflows/catalog.ts';
import type { Calendar } from '../workflows/rules/calendar.ts';
import { checkDeadlinePolicy, checkPolicy } from '../workflows/rules/policy-check.ts';
import type { Checked } from '../workflows/rules/policy-check.ts';
import type { Ground } from '../workflows/rules/policy-ground.ts';
import { Examples } from '../workflows/rules/policy-case.ts';
import { runExamples } from '../workflows/rules/policy-examples.ts';
import { parentName } from '../workflows/rules/policy-extends.ts';
import { shapeFaults } from '../workflows/rules/policy-fault.ts';
import type { Fault } from '../workflows/rules/policy-fault.ts';
import { valueAt } from '../workflows/rules/policy-leaves.ts';
import type { DeadlinePolicy, Policy } from '../workflows/rules/policy.ts';
import { CalendarFile, compileCalendar } from './calendar-file.ts';
import { NoSuchFile, PolicyFault, documentIn, namesIn, packsDir, readYaml } from './pack-file.ts';
import type { Read } from './pack-file.ts';

export { PolicyFault } from './pack-file.ts';

/** A pack that may be put in force, with its calendar. */
export interface SoundPack {
  policy: Policy;
  calendar: Calendar;
  /** The example cases that stand beside it, all of which hold; undefined when nobody has written any. */
  examples: Examples | undefined;
}

/** A town's whole pack, by name (`dongsheng`) or file. Throws PolicyFault. */
export async function loadPolicy(nameOrFile: string): Promise<Policy> {
  const read = await readYaml(nameOrFile, 'policy', packsDir());
  return sound(read, checkPolicy(read.document, await groundOf(read.document)));
}

/** A pack that is enough to compute deadlines, whole or not. Throws PolicyFault. */
export async function loadDeadlinePolicy(nameOrFile: string): Promise<DeadlinePolicy | Policy> {
  const read = await readYaml(nameOrFile, 'policy', packsDir());
  return sound(read, checkDeadlinePolicy(read.document, await groundOf(read.document)));
}

/** A calendar as the rules read it, by name (`cn`) or file. Throws PolicyFault. */
export async function loadCalendar(nameOrFile: string): Promise<Calendar> {
  const read = await readYaml(nameOrFile, 'calendar', path.join(packsDir(), 'calendars'));
  return compileCalendar(parsed(CalendarFile, read));
}

/** The names of the packs that ship. */
export const packNames = (): string[] => namesIn(packsDir());

/**
 * A pack with all that it takes to put it in force: checked, and its example cases (`<name>.examples.yaml` beside it)
 * tried on it. Throws PolicyFault with every fault of the pack, or else every case that does not hold.
 */
export async function tryPack(nameOrFile: string): Promise<SoundPack> {
  const read = await readYaml(nameOrFile, 'policy', packsDir());
  const policy = sound(read, checkPolicy(read.document, await groundOf(read.document)));
  const calendar = await loadCalendar(policy.calendar);
  const beside = read.file.replace(/\.yaml$/, '.examples.yaml');
  if (beside === read.file || !existsSync(beside)) return { policy, calendar, examples: undefined };
  const label = `${nameOrFile}, examples`;
  const document = await documentIn(beside, `policy ${label}`);
  const examples = parsed(Examples, { label, file: beside, document });
  const failing = runExamples(policy, calendar, examples);
  if (failing.length > 0) throw refusal(label, failing);
  return { policy, calendar, examples };
}

async function groundOf(document: unknown): Promise<Ground> {
  const parent = parentName(document);
  const above = parent === undefined ? undefined : await documentNamed(parent);
  const calendar = valueAt(document, ['calendar']) ?? valueAt(above, ['calendar']);
  const known = Object.entries(catalog).map(([name, { numbers }]) => [name, numbers] as const);
  return {
    parent: above,
    calendar: typeof calendar === 'string' ? await calendarNamed(calendar) : undefined,
    processes: Object.fromEntries(known),
  };
}

/** Undefined where there is none of that name; the check says so with its path. */
async function documentNamed(name: string): Promise<unknown> {
  if (!packNames().includes(name)) return undefined;
  return (await readYaml(name, 'policy', packsDir())).document;
}

/** Likewise; but a calendar that is there and not right is refused by itself. */
async function calendarNamed(name: string): Promise<Calendar | undefined> {
  try {
    return await loadCalendar(name);
  } catch (error) {
    if (error instanceof NoSuchFile) return undefined;
    throw error;
  }
}

function parsed<T>(schema: z.ZodType<T>, { label, document }: Read): T {
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  throw refusal(label, textsOf(shapeFaults(result.error.issues)));
}

function sound<P>({ label }: Read, { policy, faults }: Checked<P>): P {
  if (policy === undefined) throw refusal(label, textsOf(faults));
  return policy;
}

const textsOf = (faults: readonly Fault[]): string[] => faults.map(({ text }) => text);

function refusal(label: string, faults: readonly string[]): PolicyFault {
  const count = faults.length === 1 ? 'a fault' : `${faults.length} faults`;
  const lines = faults.map((fault) => `${label}: ${fault}.`);
  return new PolicyFault(`${label} has ${count}: ${faults.join('; ')}.`, { lines });
}
