import type { Database } from '../../../prisma/client.ts';
import type { Language } from '../language.ts';
import { placeTitles } from '../reference/place-title.ts';
import { titleOf } from '../reference/title.ts';
import type { Titled } from './shown.ts';

type Wanted = {
  units?: Iterable<string>;
  people?: Iterable<string>;
  kinds?: Iterable<string>;
  places?: Iterable<string>;
};

/** Names for ids, looked up at once: each answers null for null, and the id itself where nobody knows it. */
export type Titles = Readonly<
  Record<'unit' | 'person' | 'kind' | 'place', (id: string | null | undefined) => Titled | null>
>;

/** Looks up the names of units and people (by id), kinds (by code) and places (by path, told from the community down). */
export async function titlesOf(db: Database, language: Language, wanted: Wanted): Promise<Titles> {
  const { prisma } = db;
  const units = [...new Set(wanted.units)];
  const people = [...new Set(wanted.people)];
  const kinds = [...new Set(wanted.kinds)];
  const paths = [...new Set(wanted.places)];
  const [unitRows, personRows, kindRows, placeNames] = await Promise.all([
    units.length === 0 ? [] : prisma.unit.findMany({ where: { id: { in: units } } }),
    people.length === 0 ? [] : prisma.person.findMany({ where: { id: { in: people } } }),
    kinds.length === 0 ? [] : prisma.kind.findMany({ where: { code: { in: kinds } } }),
    placeTitles(db, language, paths),
  ]);
  const titled = (names: ReadonlyMap<string, string>) => (id: string | null | undefined) =>
    id ? { value: id, title: names.get(id) ?? id } : null;
  const named = (rows: readonly (readonly [string, { name: string; nameEn: string }])[]) =>
    titled(new Map(rows.map(([id, row]) => [id, titleOf(row, language)])));
  return {
    unit: named(unitRows.map((row) => [row.id, row])),
    person: named(personRows.map((row) => [row.id, row])),
    kind: named(kindRows.map((row) => [row.code, row])),
    place: titled(placeNames),
  };
}
