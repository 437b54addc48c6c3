import type { Day } from '../../api/policies.ts';
import { wallClock } from '../../look/wall-clock.ts';

/** A mark beside the colour, as Chinese calendars print it: off, or worked in exchange. */
export const marks: Readonly<Record<Day['why'], string>> = {
  ordinary: '',
  weekend: '–',
  holiday: '休',
  madeUp: '班',
};

/** The day that it is at the place. */
export const today = (): string => wallClock().slice(0, 10);

/** How many places are empty before the first of a month whose weeks begin on Monday. */
export const offsetOf = (year: number, month: number): number =>
  (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
