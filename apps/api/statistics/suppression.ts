// What a breakdown may show where its totals are known: nobody may work out a small number that is hidden, not even with
// this file in his hand. Whatever is hidden differs among itself, and which of it belongs to whom cannot be told.

/** A breakdown shows no number below this. Totals of the whole area stay exact. */
export const SMALLEST = 3;

/** A part of a whole: what is open there, and how much of that is overdue. */
export type Tally = { of: string; open: number; overdue: number };

/** Null is hidden: a number below `SMALLEST`, or one that would give such a number away. */
export type Shown = { of: string; open: number | null; overdue: number | null };

/**
 * The parts with what has to be hidden. Hidden are all with the least open, up to where they differ; of the others, in the
 * same way, those with the least overdue. Every choice depends on the numbers alone, never on whose they are: exchanging
 * hidden ones gives a town that looks the same. Nothing is shown where not even hiding all would do. Rows keep no order that
 * tells of hidden numbers: the most open first, what is hidden by its name behind it.
 */
export function suppressed(tallies: readonly Tally[]): Shown[] {
  for (const limit of limitsOf(tallies, ({ open }) => open)) {
    const [kept, hidden] = parted(tallies, ({ open }) => open > limit);
    const limitBeside = isMixed(hidden) ? limitOfOverdue(kept) : undefined;
    if (limitBeside !== undefined) return inOrder(kept, hidden, limitBeside);
  }
  return [];
}

type Number = (tally: Tally) => number;

/** From where on nothing small is shown: the first hides what is small, each further one what is a little larger. */
const limitsOf = (tallies: readonly Tally[], number: Number): number[] => [
  SMALLEST - 1,
  ...[...new Set(tallies.map(number))].filter((n) => n >= SMALLEST).sort((a, b) => a - b),
];

function parted(tallies: readonly Tally[], isKept: (tally: Tally) => boolean): [Tally[], Tally[]] {
  return [tallies.filter(isKept), tallies.filter((tally) => !isKept(tally))];
}

const isSmall = (n: number): boolean => n > 0 && n < SMALLEST;

/** Whether nothing small is among the numbers, or something else beside it. */
const differs = (numbers: readonly number[]): boolean =>
  !numbers.some(isSmall) || numbers.some((n) => n !== numbers[0]);

const isMixed = (hidden: readonly Tally[]): boolean =>
  differs(hidden.map(({ open }) => open)) && differs(hidden.map(({ overdue }) => overdue));

/**
 * Up to where overdue numbers are hidden, 0 among them, in rows that show what is open; -1 where none has to be. A hidden one
 * must fit beside every open number that is shown: no more can be overdue than is open. Undefined where nothing fits.
 */
function limitOfOverdue(kept: readonly Tally[]): number | undefined {
  const overdue = kept.map((tally) => tally.overdue);
  if (!overdue.some(isSmall)) return -1;
  const most = Math.min(...kept.map(({ open }) => open));
  return limitsOf(kept, (tally) => tally.overdue).find(
    (limit) => limit <= most && differs(overdue.filter((n) => n <= limit)),
  );
}

function inOrder(kept: readonly Tally[], hidden: readonly Tally[], limit: number): Shown[] {
  const beside = kept.map((tally) => ({ ...tally, overdue: tally.overdue <= limit ? null : tally.overdue }));
  const behind = hidden.map(({ of }) => ({ of, open: null, overdue: null }));
  return [...beside.sort((a, b) => b.open - a.open || byName(a, b)), ...behind.sort(byName)];
}

const byName = (a: Shown, b: Shown): number => a.of.localeCompare(b.of);
