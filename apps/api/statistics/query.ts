import { z } from 'zod';
import { catalog } from '../../../workflows/catalog.ts';
import { dayNumber, startOfDay, toLocal } from '../../../workflows/rules/local-time.ts';

/** The offset in which a day begins; China has had no other since 1991. */
export const OFFSET = '+08:00';

/** SQL that turns a moment into what the clock on the wall says, so that days and hours are those of people. */
export const LOCAL = `at time zone interval '08:00'`;

/** So many days are looked at when nobody says which. */
const USUAL_DAYS = 365;

/** More days than this are not counted at once: ten years. */
const MOST_DAYS = 3_660;

/** `from` and `until`: days, both included; without them the last 365. `place`: its id, with all that lies below it. */
export const StatisticsQuery = z.object({
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  place: z.uuid().optional(),
  unit: z.uuid().optional(),
  kind: z.string().max(60).optional(),
});
export type StatisticsQuery = z.infer<typeof StatisticsQuery>;

/** A kind of process of the catalogue, by its name. */
export const Named = z.string().refine((name) => Object.hasOwn(catalog, name), 'must be a process');

/** A span of days with its moments: `begins` is in it, `ends` is not. */
export type Span = { from: string; until: string; begins: Date; ends: Date };

/** The days that a query asks for, at most ten years back from its end. */
export function spanOf({ from, until }: Pick<StatisticsQuery, 'from' | 'until'>, now = new Date()): Span {
  const last = dayNumber(until ?? localDay(now));
  const asked = from === undefined ? last - USUAL_DAYS + 1 : dayNumber(from);
  const first = Math.min(Math.max(asked, last - MOST_DAYS), last);
  const begins = startOfDay(first, OFFSET);
  return {
    from: localDay(begins),
    until: localDay(startOfDay(last, OFFSET)),
    begins,
    ends: startOfDay(last + 1, OFFSET),
  };
}

/** The day of a moment as people write it. */
export const localDay = (at: Date): string => new Date(toLocal(at, OFFSET)).toISOString().slice(0, 10);
