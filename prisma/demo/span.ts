const MS: Readonly<Record<string, number>> = { min: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a span of clock time as the demo data writes it: `40min`, `20h`, `3d`. */
export function spanMs(span: string): number {
  const [, count, unit = ''] = /^(\d+)(min|h|d)$/.exec(span) ?? [];
  const length = Number(count) * (MS[unit] ?? NaN);
  if (Number.isNaN(length)) throw new Error(`${span} is no span of time`);
  return length;
}

/** That long before a moment. */
export const ago = (span: string, now: Date): Date => new Date(now.getTime() - spanMs(span));
