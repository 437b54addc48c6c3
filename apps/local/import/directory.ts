import { z } from 'zod';
import { Degree } from '../../../workflows/rules/triage.ts';
import type { Database } from '../../../prisma/client.ts';
import { newId } from '../../../prisma/id.ts';
import { type Choice, type Mapping, namedIn } from './mapping.ts';
import type { MappedTown } from './mapped-town.ts';

const Place = z.object({ id: z.uuid(), path: z.string() });
const Kind = z.object({ importance: Degree, urgency: Degree, size: z.string(), mode: z.string() });

/** What rows may name, by code. Units are those that matters may be dispatched to. */
export type Directory = {
  places: ReadonlyMap<string, z.infer<typeof Place>>;
  units: ReadonlyMap<string, string>;
  kinds: ReadonlyMap<string, z.infer<typeof Kind>>;
};

/** What is in the database. */
export async function readDirectory({ pool }: Pick<Database, 'pool'>): Promise<Directory> {
  const read = async <T>(sql: string, schema: z.ZodType<T>): Promise<Map<string, T>> => {
    const { rows } = await pool.query({ text: sql, rowMode: 'array' });
    return new Map(z.array(z.tuple([z.string(), schema])).parse(rows));
  };
  return {
    places: await read(`select code, json_build_object('id', id, 'path', path) from place`, Place),
    units: await read('select code, id from unit where handles', z.uuid()),
    kinds: await read('select code, to_json(kind) from kind', Kind),
  };
}

/** The directory as it would be with a town made: for a dry run, under ids that nobody will ever see. */
export function imagined(directory: Directory, { places, units, kinds }: MappedTown): Directory {
  const parents = new Map(places.map(({ code, parent }) => [code, parent]));
  const pathOf = (code: string): string => {
    const [known, parent] = [directory.places.get(code)?.path, parents.get(code)];
    return known ?? (parent === undefined ? code : `${pathOf(parent)}/${code}`);
  };
  const placed = places.map(({ code }) => [code, { id: newId(), path: pathOf(code) }] as const);
  return {
    places: new Map([...directory.places, ...placed]),
    units: new Map([...directory.units, ...units.map(({ code }) => [code, newId()] as const)]),
    kinds: new Map([...directory.kinds, ...kinds.map((kind) => [kind.code, kind] as const)]),
  };
}

/** Codes that the mapping gives out and nobody knows, each with its path. */
export function unknownCodes(mapping: Mapping, { kinds, places, units }: Directory): string[] {
  const among = (entry: string, choice: Choice, known: ReadonlyMap<string, unknown>) =>
    namedIn(choice).flatMap(([path, code]) =>
      known.has(code) ? [] : [`${[entry, ...path].join('.')}: nothing is known under the code "${code}"`],
    );
  return [
    ...among('kind', mapping.kind, kinds),
    ...among('place', mapping.place, places),
    ...among('lead', mapping.lead, units),
  ];
}
