// Packs and calendars: a town's numbers, read from a file or by name, and refused in one sentence that names every
// faulty path.
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Calendar } from '../workflows/rules/calendar.ts';
import { DeadlinePolicy, Policy } from '../workflows/rules/policy.ts';
import { CalendarFile, compileCalendar } from './calendar-file.ts';

const NAME = /^[a-z0-9-]+(\/[a-z0-9-]+)?$/;

/** A pack or calendar that is not there or not right; the message is one sentence for people. */
export class PolicyFault extends Error {
  override readonly name = 'PolicyFault';
}

/** A town's whole pack, by name (`dongsheng`) or file. Throws PolicyFault. */
export async function loadPolicy(nameOrFile: string): Promise<Policy> {
  return checked(Policy, await readYaml(nameOrFile, 'policy', packsDir()));
}

/** A pack that is enough to compute deadlines, whole or not. Throws PolicyFault. */
export async function loadDeadlinePolicy(nameOrFile: string): Promise<DeadlinePolicy | Policy> {
  const read = await readYaml(nameOrFile, 'policy', packsDir());
  const isWhole = z.looseObject({ terms: z.unknown() }).safeParse(read.document).success;
  return isWhole ? checked(Policy, read) : checked(DeadlinePolicy, read);
}

/** A calendar as the rules read it, by name (`cn`) or file. Throws PolicyFault. */
export async function loadCalendar(nameOrFile: string): Promise<Calendar> {
  const read = await readYaml(nameOrFile, 'calendar', path.join(packsDir(), 'calendars'));
  return compileCalendar(checked(CalendarFile, read));
}

/** The names of the packs that ship. */
export function packNames(): string[] {
  return namesIn(packsDir());
}

interface Read {
  label: string;
  document: unknown;
}

/** Compiled or not, this file stands somewhere below the project's package.json, beside which the packs lie. */
function packsDir(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json')) && folder !== path.dirname(folder))
    folder = path.dirname(folder);
  return path.join(folder, 'policies');
}

function namesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .map((file) => file.replaceAll('\\', '/').replace(/\.yaml$/, ''))
    .filter(
      (name) =>
        NAME.test(name) && !name.startsWith('calendars/') && existsSync(path.join(folder, `${name}.yaml`)),
    )
    .sort();
}

async function readYaml(nameOrFile: string, what: string, folder: string): Promise<Read> {
  const file = fileOf(nameOrFile, folder);
  if (file === undefined) {
    throw new PolicyFault(
      `There is no ${what} "${nameOrFile}": no such file, and the names known are ${namesIn(folder).join(', ')}.`,
    );
  }
  try {
    return { label: nameOrFile, document: parse(await readFile(file, 'utf8')) };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new PolicyFault(`The ${what} ${nameOrFile} cannot be read: ${reason.replace(/[:.]$/, '')}.`, {
      cause: error,
    });
  }
}

function fileOf(nameOrFile: string, folder: string): string | undefined {
  // npm changes into the project's folder; INIT_CWD is where the person stood.
  const here = [process.env.INIT_CWD, process.cwd()].flatMap((from) =>
    from ? [path.resolve(from, nameOrFile)] : [],
  );
  const named = NAME.test(nameOrFile) ? [path.join(folder, `${nameOrFile}.yaml`)] : [];
  return [...named, ...here].find((file) => existsSync(file));
}

function checked<T>(schema: z.ZodType<T>, { label, document }: Read): T {
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap(faultsOf);
  throw new PolicyFault(
    `${label} has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}: ${faults.join('; ')}.`,
  );
}

function faultsOf(issue: z.core.$ZodIssue): string[] {
  const at = (...keys: PropertyKey[]) =>
    [...issue.path, ...keys].map(String).join('.') || 'the whole document';
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${at(key)} is not known`);
  return [`${at()}: ${issue.message}`];
}
