import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { TownIds } from '../../../prisma/catalogue.ts';
import type { Database } from '../../../prisma/client.ts';
import type { DemoProcess, DemoStep } from '../../../prisma/demo/process.ts';
import type { Cast } from './cast.ts';
import { Action, NotSeeded } from './client.ts';
import type { Visitor } from './client.ts';
import { Course, itemNamed, offered } from './course.ts';
import { doneIn } from './done.ts';
import { filled } from './filled.ts';

/** Where it is played. `now` is the moment of seeding; `db` knows which acts were done before. */
type Stage = { cast: Cast; db: Database; ids: TownIds; now: Date };

/** What a step leads to is there soon, but not at once. Milliseconds. */
const PATIENCE = 90_000;
const PAUSE = 100;

/** Begins each process and does its steps, all of them side by side; what was done before stays done. Throws NotSeeded. */
export async function playAll(processes: readonly DemoProcess[], stage: Stage): Promise<number> {
  await Promise.all(processes.map((one) => play(one, stage)));
  return processes.length;
}

async function play(one: DemoProcess, stage: Stage): Promise<void> {
  const id = await begun(one, stage);
  for (const [at, step] of one.steps.entries()) await take(step, id, `demo:${one.key}:${at}`, stage);
}

const Offered = z.object({ actions: z.array(Action) });

/** The process that it is: the one of before, where it was begun before. */
async function begun({ key, process, who, act, input }: DemoProcess, stage: Stage): Promise<string> {
  const name = `demo:begin:${key}`;
  const before = await doneIn(stage.db, name);
  if (before !== undefined) return before;
  const visitor = await stage.cast.as(who);
  const { actions } = await visitor.get(`/api/v1/processes?process=${process}`, Offered);
  const entrance = actions.find((action) => action.name === act);
  if (entrance === undefined) throw new NotSeeded(`${who} is not offered ${act}.`);
  const itemNamed = () => nothing(act);
  return visitor.begin(entrance, filled(input, { ...stage, itemNamed }), name);
}

function nothing(name: string): never {
  throw new NotSeeded(`There is no ${name} on the list.`);
}

/** Does a step as soon as it is offered, unless it was done before. */
async function take(step: DemoStep, id: string, key: string, stage: Stage): Promise<void> {
  const visitor = await stage.cast.as(step.who);
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(PAUSE)) {
    if ((await doneIn(stage.db, key)) !== undefined) return;
    if (await isTaken(step, visitor, { id, key, stage })) return;
  }
  throw new NotSeeded(`${step.who} is not offered ${step.act} (${key}).`);
}

/** Whoever has not been asked for anything yet may not even read it. */
async function readIfMay(visitor: Visitor, id: string): Promise<Course | undefined> {
  try {
    return await visitor.get(`/api/v1/processes/${id}`, Course);
  } catch (error) {
    if (error instanceof NotSeeded && [403, 404].includes(error.status ?? 0)) return undefined;
    throw error;
  }
}

type Target = { id: string; key: string; stage: Stage };

async function isTaken(step: DemoStep, visitor: Visitor, { id, key, stage }: Target): Promise<boolean> {
  const course = await readIfMay(visitor, id);
  if (course === undefined) return false;
  const { units } = stage.ids;
  const about = step.item === undefined ? undefined : itemNamed(course, step.item, units);
  const action = await offered(visitor, course, step, about);
  if (action === undefined) return false;
  const localId = (name: string) => itemNamed(course, name, units)?.id.split('.')[1] ?? nothing(name);
  await visitor.follow(action, filled(step.input, { ...stage, itemNamed: localId }), key);
  return true;
}
