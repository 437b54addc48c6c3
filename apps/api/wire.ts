import { z } from 'zod';
import { toLocal } from '../../workflows/rules/local-time.ts';

/** The offset people read times in; China has had no other since 1991. Every time says its own, so nothing depends on it. */
const OFFSET = '+08:00';

/** A time on the wire: RFC 3339 with offset, `2026-03-02T09:30:00.000+08:00`. */
export const timeOf = (at: Date): string => new Date(toLocal(at, OFFSET)).toISOString().replace('Z', OFFSET);

export const timeOrNull = (at: Date | null | undefined): string | null => (at ? timeOf(at) : null);

/** A time as it comes in: any offset, but one. */
export const Time = z.iso.datetime({ offset: true });

const UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** A piece of JSON as rules and the journal hold it (times in UTC), with every time as it is on the wire. */
export function timesOf(value: unknown): unknown {
  if (typeof value === 'string') return UTC.test(value) ? timeOf(new Date(value)) : value;
  if (Array.isArray(value)) return value.map(timesOf);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, timesOf(inner)]));
}
