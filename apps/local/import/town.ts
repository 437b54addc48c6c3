import { loadTown } from '../../../prisma/catalogue.ts';
import type { Database } from '../../../prisma/client.ts';
import type { MappedTown } from './mapped-town.ts';

/** What of a mapping's town is still to be made, and what is wrong with it, each with its path. */
export type Missing = { town: MappedTown; faults: string[] };

/** Compares a town with the database. */
export async function missingIn({ pool }: Pick<Database, 'pool'>, town: MappedTown): Promise<Missing> {
  const { rows } = await pool.query<{ name: string }>(
    `select 'place ' || code as name from place union all select 'unit ' || code from unit
     union all select 'kind ' || code from kind`,
  );
  const known = new Set(rows.map(({ name }) => name));
  const missing = {
    places: town.places.filter(({ code }) => !known.has(`place ${code}`)),
    units: town.units.filter(({ code }) => !known.has(`unit ${code}`)),
    kinds: town.kinds.filter(({ code }) => !known.has(`kind ${code}`)),
  };
  return { town: missing, faults: faultsIn(missing, known) };
}

/** Makes it, in one transaction. */
export async function makeTown(
  db: Pick<Database, 'pool'>,
  { places, units, kinds }: MappedTown,
): Promise<void> {
  await loadTown(db, {
    places: places.map((place) => ({ ...place, parent: place.parent ?? null })),
    units: units.map((unit) => ({ ...unit, superior: unit.superior ?? null })),
    kinds: kinds.map((kind) => ({ ...kind, lead: kind.lead ?? null })),
  });
}

function faultsIn({ places, units, kinds }: MappedTown, known: ReadonlySet<string>): string[] {
  const brought = (names: string[]) => new Set([...known, ...names]);
  const here = brought([
    ...places.map(({ code }) => `place ${code}`),
    ...units.map(({ code }) => `unit ${code}`),
  ]);
  const needs = (path: string, name: string | undefined, what: 'place' | 'unit') =>
    name === undefined || here.has(`${what} ${name}`) ? [] : [`${path}: there is no ${what} "${name}"`];
  return [
    ...places.flatMap(({ code, parent }) => needs(`town.places.${code}.parent`, parent, 'place')),
    ...units.flatMap(({ code, place }) => needs(`town.units.${code}.place`, place, 'place')),
    ...units.flatMap(({ code, superior }) => needs(`town.units.${code}.superior`, superior, 'unit')),
    ...kinds.flatMap(({ code, lead }) => needs(`town.kinds.${code}.lead`, lead, 'unit')),
    ...ringsIn(new Map(places.map(({ code, parent }) => [code, parent]))).map(
      (code) => `town.places.${code}`,
    ),
    ...ringsIn(new Map(units.map(({ code, superior }) => [code, superior]))).map(
      (code) => `town.units.${code}`,
    ),
  ].map((fault) => (fault.includes(': ') ? fault : `${fault}: is above itself`));
}

/** Codes that are their own ancestors. */
function ringsIn(above: ReadonlyMap<string, string | undefined>): string[] {
  return [...above.keys()].filter((code) => {
    const seen = new Set<string>();
    let at = above.get(code);
    while (at !== undefined && at !== code && !seen.has(at)) at = above.get((seen.add(at), at));
    return at === code;
  });
}
