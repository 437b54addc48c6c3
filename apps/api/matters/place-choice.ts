import type { Database } from '../../../prisma/client.ts';
import type { Language } from '../language.ts';
import { placeTitles } from '../reference/place-title.ts';

/** The place and everything below it. */
export const below = (area: string | undefined) =>
  area === undefined ? {} : { OR: [{ path: area }, { path: { startsWith: `${area}/` } }] };

type Place = { id: string; path: string };

/** The places of an area to choose from, told from the community down: a form has no tree around them. */
export async function placesOf(
  db: Database,
  language: Language,
  { area, most }: { area?: string; most: number },
  valueOf: (place: Place) => string,
): Promise<{ value: string; title: string }[]> {
  const rows = await db.prisma.place.findMany({
    where: { ...below(area), endedAt: null },
    orderBy: { path: 'asc' },
    take: most,
    select: { id: true, path: true },
  });
  const paths = rows.map(({ path }) => path);
  const titles = await placeTitles(db, language, paths);
  return rows.map((row) => ({ value: valueOf(row), title: titles.get(row.path) ?? row.path }));
}
