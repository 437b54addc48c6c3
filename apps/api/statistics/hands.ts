import { z } from 'zod';
import type { Scene } from '../../../workflows/process/definition.ts';
import type { Task } from '../../../workflows/process/state.ts';
import { workedDays } from '../../../workflows/rules/calendar.ts';
import { dayOf, startOfDay } from '../../../workflows/rules/local-time.ts';
import { workDayMs } from '../../../workflows/rules/work-time.ts';
import type { Course } from '../course/course.ts';
import type { Language } from '../language.ts';
import { sceneAt } from '../matters/scene.ts';
import { Titled } from '../matters/shown.ts';
import { titlesOf } from '../matters/titles.ts';
import type { Titles } from '../matters/titles.ts';
import { timeOf } from '../wire.ts';
import { barsOf, ClockBar, holderOf } from './clock-bar.ts';
import { timeOfTasks } from './time-in-hands.ts';

/** Milliseconds are those of office hours; `workDayMs` is how many a working day has. */
const Held = z.object({
  role: z.string().nullable(),
  unit: Titled.nullable(),
  tasks: z.int(),
  heldMs: z.number(),
  pausedMs: z.number(),
  overMs: z.number(),
});

/** The course of a process as a time line: its clocks, the days nobody works, and in whose hands the time was. */
export const Hands = z.object({
  now: z.string(),
  workDayMs: z.number(),
  clocks: z.array(ClockBar),
  daysOff: z.array(z.object({ from: z.string(), until: z.string() })),
  hands: z.array(Held),
});

/** Nothing while the process has not begun. */
export async function handsOf(
  course: Course,
  id: string,
  language: Language,
  now = new Date(),
): Promise<z.infer<typeof Hands>> {
  const scene = await sceneAt(course, id, now);
  if (scene === undefined) return { now: timeOf(now), workDayMs: 0, clocks: [], daysOff: [], hands: [] };
  const tasks = Object.values(scene.state.tasks);
  const units = tasks.flatMap(({ performer }) => performer.unit ?? []);
  const titles = await titlesOf(course.db, language, { units });
  const clocks = barsOf(scene, titles, language);
  return {
    now: timeOf(now),
    workDayMs: workDayMs(scene.time.office),
    clocks,
    daysOff: daysOff(scene, clocks),
    hands: heldBy(scene, tasks, titles),
  };
}

/** Each pair of hands with its time, the longest first. */
function heldBy(scene: Scene, tasks: readonly Task[], titles: Titles): z.infer<typeof Held>[] {
  const byHands = new Map<string, Task[]>();
  for (const task of tasks) {
    const { unit, role = '', reporterOf } = task.performer;
    const key = reporterOf === undefined ? (unit ?? role) : 'resident';
    byHands.set(key, [...(byHands.get(key) ?? []), task]);
  }
  return [...byHands.values()]
    .flatMap((own) =>
      own[0] === undefined ? [] : { ...holderOf(own[0], titles), ...timeOfTasks(scene, own) },
    )
    .sort((a, b) => b.heldMs - a.heldMs);
}

/** Runs of days without work, from the first clock's beginning to the last thing that a clock says. */
function daysOff(
  { time, now, state }: Scene,
  clocks: readonly ClockBar[],
): { from: string; until: string }[] {
  const { utcOffset } = time.office;
  const said = clocks.flatMap(({ until, dueAt, rungs }) => [until, dueAt, ...rungs.map(({ at }) => at)]);
  const moments = said.flatMap((at) => (at === null ? [] : Date.parse(at)));
  const end = state.closedAt === undefined ? now.getTime() : Date.parse(state.closedAt);
  const [first, last] = [new Date(state.openedAt), new Date(Math.max(end, ...moments))];
  const isWorked = workedDays(time.calendar);
  const runs: [first: number, after: number][] = [];
  for (let day = dayOf(first, utcOffset); day <= dayOf(last, utcOffset); day += 1) {
    const run = runs.at(-1);
    if (isWorked(day)) continue;
    if (run?.[1] === day) run[1] = day + 1;
    else runs.push([day, day + 1]);
  }
  const at = (day: number) => timeOf(startOfDay(day, utcOffset));
  return runs.map(([from, after]) => ({ from: at(from), until: at(after) }));
}
