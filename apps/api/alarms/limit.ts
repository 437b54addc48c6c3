// From when on something is worth a warning, and from when on an alarm. Ages in milliseconds, each with its reason.
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Errands are taken within a second; a minute is a restart, five are a stand-still. */
export const OUTBOX_AGE = [MINUTE, 5 * MINUTE] as const;
/** With pauses of 1, 2, 4 … seconds the eighth try is four minutes after the first, the twelfth half an hour. */
export const TRIES = [8, 12] as const;
/** The sweeper repeats what is open every five seconds. */
export const COMMAND_AGE = [2 * MINUTE, 15 * MINUTE] as const;
/** Mail servers put off for some minutes; a reminder that is an hour late misses what it reminds of. */
export const NOTICE_AGE = [10 * MINUTE, HOUR] as const;
/** A history can be fetched as long as Temporal keeps it, which is days. */
export const ARCHIVE_AGE = [HOUR, DAY] as const;
/** A proposal waits for a second person; after a week its day in force is near or past. */
export const PROPOSAL_AGE = [3 * DAY, 7 * DAY] as const;
/** What begins by itself begins in the first minutes of its period. */
export const LATE_START = [HOUR, DAY] as const;
/** The State Council publishes the next year in November; the longest terms reach two months ahead. Days left. */
export const CALENDAR_DAYS = [60, 14] as const;
/** Timeliness is judged to the second. Milliseconds apart. */
export const SKEW = [2_000, 10_000] as const;
/** PostgreSQL stops when the disk is full. Share in use. */
export const DISK_USED = [0.85, 0.95] as const;
/** Failed notices are counted for so long. */
export const FAILED_DAYS = 7;
/** A worker asks for work at least once in this time. */
export const POLLED = 2 * MINUTE;
