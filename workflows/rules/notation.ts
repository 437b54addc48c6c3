// The letters of a term: `10s` `15min` `24h` `7d` `1mo` by the clock, `30wmin` `4wh` `1wd` in working time, `-eod` for the
// end of the day. practice.md, "How terms are written"; what they mean stands in term.ts.

const NOTATION = /^(0|[1-9]\d*)(s|min|h|d|mo|wmin|wh|wd)(-eod)?$/;
const UNITS = ['s', 'min', 'h', 'd', 'mo', 'wmin', 'wh', 'wd'] as const;
export type Unit = (typeof UNITS)[number];

export interface ParsedTerm {
  count: number;
  unit: Unit;
  /** Until the end of the day (clock) or of its office hours (working). */
  isToEndOfDay: boolean;
}

/** The parts of a term, or undefined for anything that is not one. Zero makes sense in `0d-eod` (today) only. */
export function readTerm(text: string): ParsedTerm | undefined {
  const match = NOTATION.exec(text);
  const unit = UNITS.find((known) => known === match?.[2]);
  if (!match || !unit) return undefined;
  const term = { count: Number(match[1]), unit, isToEndOfDay: match[3] !== undefined };
  if (term.isToEndOfDay && !['d', 'mo', 'wd'].includes(unit)) return undefined;
  return term.count > 0 || (unit === 'd' && term.isToEndOfDay) ? term : undefined;
}

/** A term whose length does not depend on where it starts: no `-eod`, no months. */
export function isPlain(term: ParsedTerm): boolean {
  return !term.isToEndOfDay && term.unit !== 'mo';
}

/** Whether its hours and days are those of the office. */
export function isWorking(term: ParsedTerm): boolean {
  return term.unit.startsWith('w');
}
