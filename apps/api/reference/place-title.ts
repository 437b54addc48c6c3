import type { Database } from '../../../prisma/client.ts';
import type { Language } from '../language.ts';
import { titleOf } from './title.ts';

/** From the wider to the narrower in both languages, so that a column of places reads and sorts by community. */
const BETWEEN = ' · ';

/** Levels that nobody needs to be told about a place: the office that reads it has one, or names it beside it. */
const WIDE = new Set(['district', 'subdistrict']);

type Row = { path: string; level: string; name: string; nameEn: string };

/**
 * What places are called where no tree stands around them, by path: from the community down, because a "Building 3" stands
 * in every estate. What is wider than a community is called by its own name.
 */
export async function placeTitles(
  { prisma }: Database,
  language: Language,
  paths: readonly string[],
): Promise<Map<string, string>> {
  if (paths.length === 0) return new Map();
  const wanted = [...new Set(paths.flatMap(wayDown))];
  const rows = await prisma.place.findMany({
    where: { path: { in: wanted } },
    select: { path: true, level: true, name: true, nameEn: true },
  });
  const byPath = new Map(rows.map((row) => [row.path, row]));
  return new Map(
    paths.flatMap((path) => {
      const title = placeTitle(
        wayDown(path).flatMap((one) => byPath.get(one) ?? []),
        path,
        language,
      );
      return title === undefined ? [] : [[path, title] as const];
    }),
  );
}

/** `way`: the rows from the top down to the place itself. */
function placeTitle(way: readonly Row[], path: string, language: Language): string | undefined {
  const own = way.at(-1);
  if (own?.path !== path) return undefined;
  const told = WIDE.has(own.level) ? [own] : way.filter(({ level }) => !WIDE.has(level));
  return told.map((row) => titleOf(row, language)).join(BETWEEN);
}

/** A path and those of all places above it, from the top. */
const wayDown = (path: string): string[] =>
  path.split('/').map((_code, i, codes) => codes.slice(0, i + 1).join('/'));
