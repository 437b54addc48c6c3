/** A stretch of the line between two moments; `isFolded`: too long a wait to be drawn at its length. */
export type Stretch = { from: number; until: number; x: number; width: number; isFolded: boolean };

/** Width of a folded wait in pixels; a wait is folded when it is longer than half a day and an eighth of the whole. */
const FOLDED = 56;
const LEAST = 12 * 3_600_000;
const SHARE = 1 / 8;

/** Beside folded waits nothing is drawn larger than if two hours filled the line: a first minute is no long time. */
const LONGEST_LINE = 2 * 3_600_000;

/** The line through these moments (milliseconds), so many pixels wide, with the long waits folded. */
export function stretchesOf(moments: readonly number[], width: number): Stretch[] {
  const sorted = [...new Set(moments)].sort((a, b) => a - b);
  const whole = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
  const spans = sorted.slice(1).map((until, i) => {
    const from = sorted[i] ?? until;
    const ms = until - from;
    return { from, until, ms, isFolded: ms > LEAST && ms > whole * SHARE };
  });
  const folds = spans.filter(({ isFolded }) => isFolded).length;
  const open = spans.reduce((sum, { ms, isFolded }) => sum + (isFolded ? 0 : ms), 0);
  const least = Math.min(FOLDED, width / (folds + 1));
  const most = folds === 0 ? width : (open / LONGEST_LINE) * width;
  const drawn = Math.min(width - folds * least, most);
  const fold = folds === 0 ? 0 : (width - drawn) / folds;
  const scale = open === 0 ? 0 : drawn / open;
  let x = 0;
  return spans.map(({ from, until, ms, isFolded }) => {
    const stretch = { from, until, x, width: isFolded ? fold : ms * scale, isFolded };
    x += stretch.width;
    return stretch;
  });
}

/** Where a moment lies on the line, in pixels; before and after it at its ends. */
export function xOf(at: number, stretches: readonly Stretch[]): number {
  const found = stretches.find(({ until }) => at <= until) ?? stretches.at(-1);
  if (found === undefined) return 0;
  const { from, until, x, width } = found;
  const share = until === from ? 0 : (Math.min(Math.max(at, from), until) - from) / (until - from);
  return x + share * width;
}
