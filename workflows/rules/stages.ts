// The seven numbers of a stage 应、已、按期、超期、待、按期待、超期待: for each the matters behind it.
import { isLate } from './timely.ts';

/** One matter (or task) in a stage. `dueAt` is null while its clock is paused. */
export interface StageItem {
  id: string;
  dueAt: Date | null;
  doneAt: Date | null;
}

export const stageNumberNames = [
  'due',
  'done',
  'doneInTime',
  'doneLate',
  'pending',
  'pendingInTime',
  'pendingLate',
] as const;
export type StageNumber = (typeof stageNumberNames)[number];

/** The ids behind each number; a number is the length of its list. */
export type StageNumbers = Record<StageNumber, string[]>;

/**
 * The seven numbers as of `now`. `due` is what should be done by now: all that is done and all that is pending and
 * late, so that a rate never exceeds one and work not yet due weighs nothing.
 */
export function stageNumbers(items: readonly StageItem[], now: Date): StageNumbers {
  const ids = (holds: (item: StageItem) => boolean) => items.filter(holds).map((item) => item.id);
  const done = (item: StageItem) => item.doneAt !== null;
  const late = (item: StageItem) => isLate(item.dueAt, item.doneAt ?? now);
  return {
    due: ids((item) => done(item) || late(item)),
    done: ids(done),
    doneInTime: ids((item) => done(item) && !late(item)),
    doneLate: ids((item) => done(item) && late(item)),
    pending: ids((item) => !done(item)),
    pendingInTime: ids((item) => !done(item) && !late(item)),
    pendingLate: ids((item) => !done(item) && late(item)),
  };
}

/** Closed of what should have closed, 0 to 1; undefined where nothing was due. */
export function closingRate(numbers: StageNumbers): number | undefined {
  return shareOf(numbers.done.length, numbers.due.length);
}

/** Closed in time of what should have closed, 0 to 1; undefined where nothing was due. */
export function inTimeRate(numbers: StageNumbers): number | undefined {
  return shareOf(numbers.doneInTime.length, numbers.due.length);
}

/** A part of what was due, 0 to 1; undefined where nothing was: "no data", not zero. */
export function shareOf(part: number, due: number): number | undefined {
  return due === 0 ? undefined : part / due;
}
