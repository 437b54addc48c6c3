import type { Database } from '../../../../prisma/client.ts';
import { fieldsOf, formOf } from '../../../../apps/api/matters/form.ts';
import { catalog } from '../../../../workflows/catalog.ts';
import { allActs } from '../../../../workflows/process/acts.ts';
import { isFree } from '../../blackbox/client.ts';

const forms = Object.values(catalog).flatMap((definition) =>
  [...allActs(definition), ...(definition.entrances ?? [])].map(({ name, input }) => ({
    ...{ process: definition.name, name, input },
  })),
);

/** A field of words, and where it may have been filled in: an act of the kit is one in every process. */
export type WordField = { name: string; kept: readonly string[] };

/** Each field of the catalogue that is for words; the same form under the same name is filled in once for all processes. */
export function wordFields(): WordField[] {
  const found: WordField[] = [];
  for (const { name, input } of forms) {
    const same = forms.filter((one) => one.input === input && one.name === name);
    const [first] = same;
    for (const field of fieldsOf(input).words) {
      const kept = same.map(({ process }) => `${process} ${name}.${field}`);
      found.push({ name: `${same.length === 1 ? first?.process : 'any'} ${name}.${field}`, kept });
    }
  }
  return [...new Map(found.map((one) => [one.name, one])).values()];
}

/** Texts that are not kept as words: nobody but a machine writes them. */
export const otherFreeFields = (): string[] => [
  ...new Set(
    forms.flatMap(({ name, input }) => {
      const { words, options } = fieldsOf(input);
      const known = new Set([...words, ...options.map(([field]) => field)]);
      return Object.entries(formOf(input, 'en').properties).flatMap(([field, schema]) =>
        isFree(schema) && !known.has(field) ? [`${name}.${field}`] : [],
      );
    }),
  ),
];

/** The fields in which somebody has written, by what the town keeps. */
export async function filledFields(db: Database): Promise<ReadonlySet<string>> {
  const { rows } = await db.pool.query<{ field: string }>(
    `select distinct process.type || ' ' || words.kind as field from words join process on process.id = words.matter_id`,
  );
  return new Set(rows.map(({ field }) => field));
}
