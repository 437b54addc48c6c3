import { z } from 'zod';
import type { Scene } from '../../../workflows/process/definition.ts';
import type { Task } from '../../../workflows/process/state.ts';
import type { Clock } from '../../../workflows/rules/clock.ts';
import { rungsOf } from '../../../workflows/rules/ladder.ts';
import type { Language } from '../language.ts';
import { Titled } from '../matters/shown.ts';
import type { Titles } from '../matters/titles.ts';
import { timeOf, timeOrNull } from '../wire.ts';

const Interval = z.object({ from: z.string(), until: z.string().nullable() });

/** A rung of a ladder: passed, overtaken by a higher one, or still to come. */
const RungShown = z.object({
  rung: z.string(),
  does: z.string().nullable(),
  at: z.string(),
  state: z.enum(['passed', 'overtaken', 'ahead']),
});

/** A clock as a bar on a time line; without a title it is that of the whole. `until`: null while it runs. */
export const ClockBar = z.object({
  id: z.string(),
  title: z.string().nullable(),
  state: z.enum(['running', 'paused', 'stopped']),
  isWindow: z.boolean(),
  from: z.string(),
  until: z.string().nullable(),
  dueAt: z.string().nullable(),
  pauses: z.array(Interval),
  rungs: z.array(RungShown),
  holder: z.object({ role: z.string().nullable(), unit: Titled.nullable() }).nullable(),
});
export type ClockBar = z.infer<typeof ClockBar>;

/** Every clock of a process in the order of their beginnings. */
export const barsOf = (scene: Scene, titles: Titles, language: Language): ClockBar[] =>
  Object.values(scene.state.clocks)
    .sort((a, b) => a.startedAt.localeCompare(b.startedAt) || a.id.localeCompare(b.id))
    .map((clock) => barOf(scene, clock, titles, language));

function barOf(scene: Scene, clock: Clock, titles: Titles, language: Language): ClockBar {
  const task = Object.values(scene.state.tasks).find((one) => one.clock === clock.id);
  return {
    id: clock.id,
    title: task === undefined ? null : (scene.definition.tasks[task.kind]?.title[language] ?? task.kind),
    state: clock.state,
    isWindow: task?.isWindow ?? false,
    from: timeOf(new Date(clock.startedAt)),
    until: timeOrNull(clock.stoppedAt === undefined ? null : new Date(clock.stoppedAt)),
    dueAt: timeOrNull(clock.dueAt === null ? null : new Date(clock.dueAt)),
    pauses: clock.pauses.map(({ from, until }) => ({
      from: timeOf(new Date(from)),
      until: timeOrNull(until === undefined ? null : new Date(until)),
    })),
    rungs: rungsShown(scene, clock, task),
    holder: task === undefined ? null : holderOf(task, titles),
  };
}

/** Whose hands a task is in: a unit's, or those of whoever has a role at the place. */
export const holderOf = ({ performer: { unit, role, reporterOf } }: Task, titles: Titles) => ({
  role: reporterOf === undefined ? (role ?? null) : 'resident',
  unit: titles.unit(unit),
});

/** Rungs that were reached as they are recorded; of a clock that runs, those to come as the ladder says. */
function rungsShown(scene: Scene, clock: Clock, task: Task | undefined): z.infer<typeof RungShown>[] {
  const { policy, time } = scene;
  const ladder = task?.isWindow === true ? [] : (policy.ladders[clock.ladder] ?? []);
  const fired = clock.fired.map(({ rung, at, overtaken }) => ({
    rung,
    does: ladder.find((one) => one.rung === rung)?.does ?? null,
    at: timeOf(new Date(at)),
    state: overtaken ? ('overtaken' as const) : ('passed' as const),
  }));
  const ahead = rungsOf(clock, ladder, time, policy.notices)
    .filter(({ rung }) => !clock.fired.some((one) => one.rung === rung.rung))
    .map(({ rung, at }) => ({
      rung: rung.rung,
      does: rung.does,
      at: timeOf(at),
      state: 'ahead' as const,
    }));
  return [...fired, ...ahead];
}
