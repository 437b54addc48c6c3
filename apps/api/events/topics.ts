import { decide } from '../door/decide.ts';
import type { Resource } from '../door/decide.ts';
import type { Subject } from '../door/subject.ts';
import type { Change } from './changes.ts';

/** Everything the console shows may be old. */
export const EVERYTHING = 'everything';

/** More topics than this at once are told as one. */
const MOST = 100;

/** What went stale for this subject; nothing of what it may not see. */
export function topicsOf({ about, people }: Change, subject: Subject): string[] {
  if (about === undefined) return [EVERYTHING];
  const own = subject.personId !== null && people.includes(subject.personId) ? ['notices'] : [];
  if (about.processId !== undefined) return [...own, ...topicsIn(about, about.processId, subject)];
  if (!decide(subject, 'matters:read', about).may) return own;
  return [`matter:${about.matterId}`, 'matters', 'tasks', 'notices'];
}

/** Of a process that is no matter. */
const topicsIn = (about: Resource, id: string, subject: Subject): string[] =>
  decide(subject, 'processes:read', about).may
    ? [`process:${id}`, 'processes', 'items', 'tasks', 'notices']
    : [];

/** Each topic once, and few of them. */
export function gathered(topics: readonly string[]): string[] {
  const once = [...new Set(topics)];
  return once.includes(EVERYTHING) || once.length > MOST ? [EVERYTHING] : once;
}
