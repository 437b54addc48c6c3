import { z } from 'zod';
import { catalog } from '../../../workflows/catalog.ts';
import { State } from '../../../workflows/process/state.ts';
import type { Course } from '../course/course.ts';
import { scope } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';

/** What the marks of others come to for one unit: how many there are, and the points of all together. */
export type Marks = { count: number; points: number };

const marking = Object.values(catalog).filter(({ marks }) => marks !== undefined);

const Row = z.object({ state: State });

/** The marks that units were given in processes that ended in the period, in what the subject may see. */
export async function marksOf(
  { db, book }: Course,
  subject: Subject,
  period: readonly unknown[],
): Promise<Map<string, Marks>> {
  const columns = { unitIds: 'pr.unit_ids', placePath: 'pr.place_path' };
  const seen = scope(subject, 'overview:read', columns, [...period, marking.map(({ name }) => name)]);
  const { rows } = await db.pool.query(
    `select pr.state from process pr where pr.closed_at between $1 and $2 and pr.type = any($3) and ${seen.sql}`,
    seen.values,
  );
  const found = new Map<string, Marks>();
  for (const { state } of z.array(Row).parse(rows)) {
    const { processes } = await book.policy(state.policy.name, state.policy.version);
    const marks = catalog[state.process]?.marks?.(state, processes[state.process] ?? {}) ?? [];
    for (const { unit, points } of marks) {
      const known = found.get(unit) ?? { count: 0, points: 0 };
      found.set(unit, { count: known.count + 1, points: known.points + points });
    }
  }
  return found;
}
