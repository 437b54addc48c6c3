import fc from 'fast-check';
import { SMALLEST, suppressed } from '../../apps/api/statistics/suppression.ts';
import type { Tally } from '../../apps/api/statistics/suppression.ts';

type Pair = readonly [open: number, overdue: number];

const town = (pairs: readonly Pair[]): Tally[] =>
  pairs
    .map(([open, overdue], i) => ({ of: 'abcdefgh'[i] ?? '?', open, overdue }))
    .filter(({ open }) => open > 0);

/** All that somebody before the wall knows: the breakdown, and the totals that stay exact. */
function seen(tallies: readonly Tally[]): string {
  const total = (number: (one: Tally) => number) => tallies.reduce((sum, one) => sum + number(one), 0);
  return JSON.stringify([total(({ open }) => open), total(({ overdue }) => overdue), suppressed(tallies)]);
}

const isSmall = (n: number) => n > 0 && n < SMALLEST;

/** Every pair with at most so many open. */
const pairs = (most: number): Pair[] =>
  Array.from({ length: most + 1 }, (_, open) =>
    Array.from({ length: open + 1 }, (__, overdue) => [open, overdue] as const),
  ).flat();

/** Towns that look the same, by what is seen of them. */
function alike(most: number): Map<string, Tally[][]> {
  const all = pairs(most);
  const towns = all.flatMap((a) => all.flatMap((b) => all.map((c) => town([a, b, c]))));
  const groups = new Map<string, Tally[][]>();
  for (const one of towns) {
    const known = groups.get(seen(one));
    if (known) known.push(one);
    else groups.set(seen(one), [one]);
  }
  return groups;
}

/** Hidden small numbers that are the same in all of them. */
const toldBy = (towns: Tally[][]): string[] =>
  suppressed(towns[0]!).flatMap(({ of, ...numbers }) =>
    (['open', 'overdue'] as const).filter((name) => {
      const possible = new Set(towns.map((one) => one.find((part) => part.of === of)?.[name] ?? 0));
      return numbers[name] === null && possible.size === 1 && [...possible].some(isSmall);
    }),
  );

describe('what the wall shows of parts', () => {
  it('lets nobody work out a hidden small number, though he knows the totals and the rule: every town of three parts', () => {
    const told = [...alike(6)].filter(([, towns]) => toldBy(towns).length > 0).map(([look]) => look);
    expect(told).toEqual([]);
  });

  const tallies = fc
    .array(
      fc.nat({ max: 12 }).chain((open) => fc.tuple(fc.constant(open), fc.nat({ max: open }))),
      { minLength: 1, maxLength: 8 },
    )
    .map(town);

  it('shows no number below the smallest but 0, and no wrong one', () => {
    fc.assert(
      fc.property(tallies, (parts) => {
        for (const { of, open, overdue } of suppressed(parts)) {
          const real = parts.find((one) => one.of === of)!;
          expect([null, real.open]).toContain(open);
          expect([null, real.overdue]).toContain(overdue);
          expect([open ?? 0, overdue ?? 0].some(isSmall)).toBe(false);
        }
      }),
    );
  });

  it('looks the same when hidden rows change places, and what is hidden and small differs from something hidden', () => {
    fc.assert(
      fc.property(tallies, fc.infiniteStream(fc.nat()), (parts, chances) => {
        const shown = suppressed(parts);
        const hidden = shown
          .filter(({ open }) => open === null)
          .map(({ of }) => parts.find((one) => one.of === of)!);
        const moved = hidden.toSorted(() => ((chances.next().value ?? 0) % 2 === 0 ? 1 : -1));
        const changed = parts.map((part) => {
          const at = hidden.indexOf(part);
          return at < 0 ? part : { ...moved[at]!, of: part.of };
        });
        expect(seen(changed)).toBe(seen(parts));
        for (const name of ['open', 'overdue'] as const)
          if (hidden.some((one) => isSmall(one[name])))
            expect(new Set(hidden.map((one) => one[name])).size).toBeGreaterThan(1);
      }),
    );
  });

  it.each<[string, Pair[], (number | null)[][]]>([
    [
      'a sum that gives one away hides the next one too',
      [
        [9, 0],
        [5, 0],
        [2, 0],
      ],
      [
        [9, 0],
        [null, null],
        [null, null],
      ],
    ],
    [
      'two that are small and alike hide a third',
      [
        [9, 0],
        [5, 0],
        [1, 0],
        [1, 0],
      ],
      [
        [9, 0],
        [null, null],
        [null, null],
        [null, null],
      ],
    ],
    [
      'two that differ are enough',
      [
        [9, 0],
        [5, 0],
        [1, 0],
        [2, 0],
      ],
      [
        [9, 0],
        [5, 0],
        [null, null],
        [null, null],
      ],
    ],
    [
      '0 beside a small number hides it',
      [
        [9, 4],
        [8, 1],
        [7, 0],
      ],
      [
        [9, 4],
        [8, null],
        [7, null],
      ],
    ],
    ['a single part is its total: nothing is broken down', [[2, 0]], []],
    [
      'nothing small, nothing hidden',
      [
        [9, 0],
        [5, 3],
      ],
      [
        [9, 0],
        [5, 3],
      ],
    ],
  ])('%s', (_why, given, expected) => {
    expect(suppressed(town(given)).map(({ open, overdue }) => [open, overdue])).toEqual(expected);
  });
});
