/** How a community's number of whistles in a quarter reads: too few and too many are both signs (practice.md). */
export function bandOf(
  whistles: number,
  { few, many }: { few: number; many: number },
): 'few' | 'right' | 'many' {
  if (whistles < few) return 'few';
  return whistles > many ? 'many' : 'right';
}

/** Points by which a mark of 1 to 5 moves a department's score: 3 leaves it, 1 and 5 move it by the whole weight. */
export const markEffect = (mark: number, weight: number): number => ((mark - 3) / 2) * weight;

/** Whether the n-th red card of a unit in a year calls in its head: every third one, where three do. */
export const mustSummon = (reds: number, redsToSummon: number): boolean =>
  reds > 0 && reds % redsToSummon === 0;
