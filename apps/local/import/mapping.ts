import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { UtcOffset } from '../../../workflows/rules/local-time.ts';
import { Term } from '../../../workflows/rules/term.ts';
import { ImportFault, saidBy } from './fault.ts';
import { isFormat } from './moment.ts';
import { MappedTown } from './mapped-town.ts';

const Column = z.string().min(1, 'must name a column');

/** What a row says: one constant for all, or a column, by itself or looked up in a table. */
export const Choice = z
  .strictObject({
    constant: z.string().min(1).optional(),
    column: Column.optional(),
    table: z.record(z.string(), z.string().min(1)).optional(),
    otherwise: z.string().min(1).optional(),
  })
  .refine(({ constant, column }) => (constant === undefined) !== (column === undefined), {
    message: 'must have either "constant" or "column"',
  })
  .refine(({ constant, table, otherwise }) => constant === undefined || (table ?? otherwise) === undefined, {
    message: '"table" and "otherwise" belong to a column',
  });
export type Choice = z.infer<typeof Choice>;

/** Text with columns in braces, `{TITLE}: {STREET}`. */
const Template = z.string().regex(/\{[^{}]+\}/, 'must have a column in braces, like {TITLE}');

const Opened = z.strictObject({
  column: Column,
  format: z.string().default('YYYY-MM-DD HH:mm:ss').refine(isFormat, {
    error: 'must have YYYY, MM and DD, then HH:mm:ss or hh:mm:ss A, each once',
  }),
  offset: UtcOffset.optional(),
});

/** How the rows of another system become matters; policies/examples/mappings shows each entry at work. */
export const Mapping = z
  .strictObject({
    source: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'must be a name like boston-311'),
    delimiter: z.string().length(1, 'must be one character').default(','),
    sheet: z.string().optional(),
    external: Column,
    opened: Opened,
    ...{ kind: Choice, place: Choice, lead: Choice, class: Choice.optional(), term: Choice.optional() },
    ...{ words: Template, contact: Template.optional() },
    way: z.enum(['cadre', 'resident', 'system']).default('system'),
    channel: z.string().min(1).default('file'),
    answerBy: z.enum(['web', 'email', 'system', 'phone', 'visit', 'letter', 'message']).default('system'),
    town: MappedTown.default({ places: [], units: [], kinds: [] }),
  })
  .refine((mapping) => (mapping.class === undefined) !== (mapping.term === undefined), {
    path: ['class'],
    message: 'there must be either "class" or "term"',
  })
  .superRefine(({ term }, context) => {
    for (const [path, value] of term ? namedIn(term) : []) {
      const fault = Term.safeParse(value).error?.issues[0]?.message;
      if (fault) context.addIssue({ code: 'custom', path: ['term', ...path], message: fault });
    }
  });
export type Mapping = z.infer<typeof Mapping>;

/** Reads a mapping file. Every scalar is a text, so that a code of eighteen digits or 007 stays what it is. */
export async function readMapping(file: string, label = file): Promise<Mapping> {
  const result = Mapping.safeParse(parsed(await written(file, label), label));
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap(faultsOf);
  throw faultOf(label, faults);
}

/** Everything that is wrong with a mapping, in one sentence. */
export const faultOf = (label: string, faults: readonly string[]): ImportFault =>
  new ImportFault(
    `The mapping ${label} has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}: ${faults.join('; ')}.`,
  );

/** The values that a choice can give by itself, each with its path in the mapping. */
export const namedIn = ({ constant, table = {}, otherwise }: Choice): [path: string[], value: string][] => [
  ...(constant === undefined ? [] : [[['constant'], constant] satisfies [string[], string]]),
  ...Object.entries(table).map(([key, value]): [string[], string] => [['table', key], value]),
  ...(otherwise === undefined ? [] : [[['otherwise'], otherwise] satisfies [string[], string]]),
];

async function written(file: string, label: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw new ImportFault(`The mapping ${label} cannot be read: ${saidBy(error)}.`, { cause: error });
  });
}

function parsed(text: string, label: string): unknown {
  try {
    return parse(text, { schema: 'failsafe' });
  } catch (error) {
    throw new ImportFault(`The mapping ${label} is not YAML: ${saidBy(error)}.`, { cause: error });
  }
}

function faultsOf(issue: z.core.$ZodIssue): string[] {
  const at = (...keys: PropertyKey[]) =>
    [...issue.path, ...keys].map(String).join('.') || 'the whole document';
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${at(key)} is not known`);
  return [`${at()}: ${issue.message}`];
}
