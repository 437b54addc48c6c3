import type { Database } from '../../../prisma/client.ts';
import { isReference, openWords } from '../../../prisma/words.ts';
import { decide } from '../door/decide.ts';
import type { Resource } from '../door/decide.ts';
import type { Subject } from '../door/subject.ts';
import type { Scene } from '../../../workflows/process/definition.ts';
import type { Task } from '../../../workflows/process/state.ts';

/**
 * How much of a matter somebody sees. `all`: whoever has to do with it. `own`: who reported it sees what was said to and
 * by him, and no names. `facts`: a deputy sees what becomes of it, and nobody's words.
 */
export type Sight = 'all' | 'own' | 'facts';

export function sightOf(subject: Subject, resource: Resource): Sight {
  const verdict = decide(subject, 'matters:read', resource);
  const grants = verdict.may ? verdict.grants : [];
  if (grants.some(({ post }) => post !== undefined && post.role !== 'deputy')) return 'all';
  return grants.some(({ relation }) => relation === 'reporter' || relation === 'receipt') ? 'own' : 'facts';
}

/** Whether somebody with this sight may read what was filled in at a task. */
export function isFormSeen(
  task: Pick<Task, 'kind' | 'performer' | 'outcome'>,
  course: Pick<Scene, 'state' | 'definition'>,
  sight: Sight,
): boolean {
  if (sight === 'all') return true;
  if (sight === 'own' && task.performer.reporterOf !== undefined) return true;
  const ways = course.definition.tasks[task.kind]?.completions ?? [];
  const isForResident = ways.some((way) => way.name === task.outcome && way.isForResident === true);
  return isForResident && isToldIn(course);
}

/** Whether the process has come to where the resident is told, or to its end. */
function isToldIn({ state, definition }: Pick<Scene, 'state' | 'definition'>): boolean {
  const telling = definition.steps.filter(({ isTelling }) => isTelling === true).map(({ name }) => name);
  return state.ending !== undefined || state.steps.some(({ step }) => telling.includes(step));
}

/** Every reference to sealed words in a piece of JSON. */
export function referencesIn(value: unknown): string[] {
  if (typeof value === 'string') return isReference(value) ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(referencesIn);
}

/** The same JSON with the words themselves in place of their references; a word that is not given stays away (null). */
export function revealed(value: unknown, words: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return isReference(value) ? (words.get(value) ?? null) : value;
  if (Array.isArray(value)) return value.map((inner: unknown) => revealed(inner, words));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revealed(inner, words)]));
}

/** Opens whatever is referred to in the given pieces. */
export const wordsIn = (db: Database, ...pieces: unknown[]): Promise<Map<string, string>> =>
  openWords(db, [...new Set(pieces.flatMap(referencesIn))]);
