import { z } from 'zod';
import { localKey } from '../../../prisma/project/course.ts';
import { explainClock } from '../../../workflows/rules/explain.ts';
import { timeOf } from '../wire.ts';
import type { Audited } from './audited.ts';
import { said } from './said.ts';

/** A clock explained, with who granted what. */
export const ExplainedClock = z.looseObject({
  id: z.string(),
  title: z.string(),
  dueAt: z.string().nullable(),
  extensions: z.array(z.looseObject({ by: z.string(), at: z.string(), to: z.string(), term: z.string() })),
  stoppedAt: z.string().nullable(),
  isLate: z.boolean(),
  ladder: z.array(z.looseObject({ rung: z.string(), at: z.string(), overtaken: z.boolean() })),
});
export type ExplainedClock = z.infer<typeof ExplainedClock>;

/** Every clock, explained by the function that computes it, from the state that the journal gives. */
export function clocksOf({ scene, telling, titles }: Audited): ExplainedClock[] {
  const { state, definition, time } = scene;
  const person = (id: string) => titles.person(id)?.title ?? id;
  return Object.values(state.clocks).map((clock) => {
    const task = Object.values(state.tasks).find((one) => one.clock === clock.id);
    const end = clock.stoppedAt === undefined ? new Date() : new Date(clock.stoppedAt);
    const explained = explainClock(clock, time);
    return {
      ...explained,
      extensions: explained.extensions.map((one) => ({
        ...one,
        by: telling.named(one.grantedBy) ?? person(one.grantedBy),
      })),
      id: localKey(state.id, clock.id),
      title:
        task === undefined
          ? said[telling.language].whole
          : (definition.tasks[task.kind]?.title[telling.language] ?? task.kind),
      stoppedAt: clock.stoppedAt === undefined ? null : timeOf(new Date(clock.stoppedAt)),
      isLate: clock.dueAt !== null && end > new Date(clock.dueAt),
      ladder: clock.fired.map(({ rung, at, overtaken }) => ({ rung, at: timeOf(new Date(at)), overtaken })),
    };
  });
}
