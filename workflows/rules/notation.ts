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

/** What a unit is made of, from the largest; days and months are what people count already. */
const PARTS: Readonly<Partial<Record<Unit, readonly (readonly [Unit, number])[]>>> = {
  s: [
    ['d', 86_400],
    ['h', 3_600],
    ['min', 60],
    ['s', 1],
  ],
  min: [
    ['d', 1_440],
    ['h', 60],
    ['min', 1],
  ],
  h: [
    ['d', 24],
    ['h', 1],
  ],
  wmin: [
    ['wh', 60],
    ['wmin', 1],
  ],
};

/** So much of a unit people still say in it: 90 seconds, 90 minutes, 72 hours, and no more. */
const SAID: Readonly<Partial<Record<Unit, number>>> = { s: 120, min: 120, h: 72, wmin: 120 };

/** A term in the units that people count in, at most the two largest: `4261min` is 2 days and 23 hours. */
export function partsOf({ count, unit }: ParsedTerm): { count: number; unit: Unit }[] {
  const units = PARTS[unit];
  if (units === undefined || count <= (SAID[unit] ?? 0)) return [{ count, unit }];
  let rest = count;
  const parts = units.map(([larger, size]) => {
    const whole = Math.floor(rest / size);
    rest -= whole * size;
    return { count: whole, unit: larger };
  });
  return parts.filter((part) => part.count > 0).slice(0, 2);
}
