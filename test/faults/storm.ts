// Many matters at once, each act pressed three times in the same moment, by rivals too, while answers are lost.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { openCommands } from '../../prisma/commands.ts';
import { sweep } from '../../apps/api/course/sweep.ts';
import type { Acted } from '../../apps/api/course/act.ts';
import type { Actor } from '../../workflows/process/actor.ts';
import type { Stage } from '../process/stage.ts';
import { result, satisfied, triage } from '../process/walk.ts';
import { Died } from './thief.ts';

export type Pressed = Acted | 'died';

const PRESSES = 3;

const survived = (press: Promise<Acted>): Promise<Pressed> =>
  press.catch((error: unknown) => {
    if (error instanceof Died) return 'died' as const;
    throw error;
  });

/** Sweeps until nothing is open any more, as the API's round does for ever. */
async function sweptClean({ course }: Stage): Promise<void> {
  for (let round = 0; round < 600; round += 1) {
    if ((await openCommands(course.db, new Date(), 1)).length === 0) return;
    await survived(sweep(course, 0).then(() => ({ kind: 'unknown', command: '' })));
    await pause(50);
  }
  throw new Error('some acts stay open for ever');
}

/** Presses a button three times at once; when every press died, somebody sweeps. Gives what was answered in the end. */
async function press(
  stage: Stage,
  id: string,
  name: string,
  who: Actor,
  input: object = {},
  target?: string,
): Promise<Acted> {
  const key = randomUUID();
  const once = () => survived(stage.tries(id, name, who, input, target, key));
  await Promise.all(Array.from({ length: PRESSES }, once));
  await sweptClean(stage);
  const again = await once();
  if (again === 'died') throw new Error('an answer that is on record was asked for again');
  return again;
}

async function pressed(stage: Stage, id: string, name: string, who: Actor, input?: object): Promise<void> {
  const acted = await press(stage, id, name, who, input);
  if (acted.kind !== 'accepted') throw new Error(`${name}: ${JSON.stringify(acted)}`);
}

/** Two people claim in the same moment: one has it, and the other is told so. */
async function race(stage: Stage, id: string): Promise<Actor> {
  const rivals = [stage.cast.housing, stage.cast.housingHead];
  const target = (await stage.task(id, 'handle')).id;
  const acted = await Promise.all(rivals.map((who) => press(stage, id, 'claimTask', who, {}, target)));
  const codes = acted.map((one) => (one.kind === 'rejected' ? one.refusal.code : one.kind));
  if (codes.sort().join() !== 'accepted,heldByAnother') throw new Error(`both claimed: ${codes.join()}`);
  const winner = rivals[acted.findIndex(({ kind }) => kind === 'accepted')];
  if (winner === undefined) throw new Error('nobody has claimed it');
  return winner;
}

export const words = (id: string, n: number): string => `w:${id}:${n}`;

/** One matter from the door to the archive, with a comment after every step. */
async function course(stage: Stage): Promise<string> {
  const { cast, town } = stage;
  const id = await stage.report();
  let said = 0;
  const say = () => pressed(stage, id, 'comment', cast.supervisor, { words: words(id, (said += 1)) });
  await pressed(stage, id, 'acceptMatter', cast.clerk, triage(town.unit('housing')));
  await Promise.all([say(), say()]);
  await pressed(stage, id, 'registerMatter', cast.clerk);
  const winner = await race(stage, id);
  await Promise.all([say(), pressed(stage, id, 'submitResult', winner, result)]);
  await pressed(stage, id, 'acceptResult', cast.clerk);
  await Promise.all([say(), pressed(stage, id, 'rateResult', cast.reporter(id), satisfied)]);
  await pressed(stage, id, 'acceptScore', winner);
  return id;
}

/** How many comments a course makes. */
export const COMMENTS = 4;

/** So many matters at the same time, to their ends. */
export const storm = (stage: Stage, matters: number): Promise<string[]> =>
  Promise.all(Array.from({ length: matters }, () => course(stage)));
