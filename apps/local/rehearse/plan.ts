import type { Chance } from './chance.ts';
import { CLAIMS } from './scale.ts';
import { kindsOf, NOBODYS } from './town.ts';
import type { Cast } from './town.ts';

/** What is to happen in one subdistrict, as far as people decide it: how much of each, never who wins a race. */
export type Plan = {
  /** Kinds of the needs that each community adds, in order. */
  needs: readonly (readonly string[])[];
  /** Problems to be made: of which kind, and from how many needs. What is left over of the needs is refused. */
  problems: readonly { kind: string; size: number }[];
  giveBacks: number;
};

/** Shares of a whole, at least one each. */
const REFUSED = 0.04;
const UNWANTED = 1 / 15;
const GIVEN_BACK = 0.2;

const some = (all: number, share: number): number => Math.max(1, Math.round(all * share));

/**
 * The plan for so many needs: what all members together can claim, some problems that nobody has powers over, and the
 * needs of more than one place in pairs and triples. At least as many needs as that makes problems.
 */
export function planOf({ bouts, communities }: Cast, needs: number, chance: Chance): Plan {
  const members = bouts.flat().length;
  const claims = CLAIMS * members;
  const refused = some(needs, REFUSED);
  const wanted = bouts.flatMap(([first], b) =>
    kindsFor(first?.powers ?? '', CLAIMS * (bouts[b]?.length ?? 0)),
  );
  const kinds = [...wanted, ...kindsFor(NOBODYS, some(claims, UNWANTED))];
  const sizes = chance.shuffled(sizesOf(kinds.length, needs - refused));
  const problems = kinds.map((kind, i) => ({ kind, size: sizes[i] ?? 1 }));
  const listed = problems.flatMap(({ kind, size }) => Array.from({ length: size }, () => kind));
  const all = chance.shuffled([...listed, ...kindsFor(NOBODYS, refused)]);
  return {
    problems,
    needs: communities.map((_one, i) => all.filter((_kind, n) => n % communities.length === i)),
    giveBacks: Math.max(2, some(members, GIVEN_BACK)),
  };
}

function kindsFor(group: string, count: number): string[] {
  const kinds = kindsOf(group);
  return Array.from({ length: count }, (_, i) => kinds[i % kinds.length] ?? group);
}

/** So many problems from so many needs: triples and pairs for what is more, the others made from one. */
function sizesOf(problems: number, needs: number): number[] {
  const more = needs - problems;
  const triples = Math.floor(more / 4);
  const pairs = more - 2 * triples;
  return Array.from({ length: problems }, (_, i) => (i < triples ? 3 : i < triples + pairs ? 2 : 1));
}

/** What becomes of a task that has begun. */
export type Fate = 'done' | 'late' | 'sentBack' | 'never';

/** A fate for each of so many tasks, mixed. */
export function fatesOf(tasks: number, chance: Chance): Fate[] {
  const [never, late, sentBack] = [some(tasks, 0.05), some(tasks, 0.08), some(tasks, 0.1)];
  const fates = Array.from({ length: tasks }, (_, i): Fate => {
    if (i < never) return 'never';
    if (i < never + late) return 'late';
    return i < never + late + sentBack ? 'sentBack' : 'done';
  });
  return chance.shuffled(fates);
}
