import { z } from 'zod';
import { localKey } from '../../../prisma/project/course.ts';
import type { Scene } from '../../../workflows/process/definition.ts';
import { explainClock } from '../../../workflows/rules/explain.ts';
import type { Course } from '../course/course.ts';
import type { Language } from '../language.ts';
import { timeOf } from '../wire.ts';
import { sceneAt } from './scene.ts';

/** A clock explained: from where, by which rule, which days were skipped and why, pauses, extensions, therefore due at. */
export const Deadline = z.looseObject({
  id: z.string(),
  of: z.string(),
  task: z.string().nullable(),
  title: z.string().nullable(),
  ladder: z.array(z.looseObject({ rung: z.string() })),
  dueAt: z.string().nullable(),
});
export const Deadlines = z.object({
  policy: z.object({ name: z.string(), version: z.string() }).nullable(),
  calendar: z.object({ id: z.string(), version: z.string() }).nullable(),
  items: z.array(Deadline),
});

/** Every clock of a matter; none while its process has not begun. */
export async function deadlinesOf(
  course: Course,
  id: string,
  language: Language,
): Promise<z.infer<typeof Deadlines>> {
  const scene = await sceneAt(course, id);
  if (scene === undefined) return { policy: null, calendar: null, items: [] };
  const { policy, calendar, clocks } = scene.state;
  return {
    policy,
    calendar,
    items: Object.keys(clocks).flatMap((clock) => explained(scene, clock, language)),
  };
}

function explained(
  { state, definition, time }: Scene,
  id: string,
  language: Language,
): z.infer<typeof Deadline>[] {
  const clock = state.clocks[id];
  if (clock === undefined) return [];
  const task = Object.values(state.tasks).find((one) => one.clock === id);
  const title = task === undefined ? null : (definition.tasks[task.kind]?.title[language] ?? task.kind);
  return [
    {
      ...explainClock(clock, time),
      id: localKey(state.id, id),
      of: clock.of,
      task: task === undefined ? null : localKey(state.id, task.id),
      title,
      ladder: clock.fired.map((one) => ({ ...one, at: timeOf(new Date(one.at)) })),
    },
  ];
}
