// The straight way of a claimed task, for tests that want it to stand somewhere on it.
import type { Facts } from '../../../workflows/process/event.ts';
import { openTasks } from '../../../workflows/process/state.ts';
import type { State } from '../../../workflows/process/state.ts';
import { COMMUNITY, SUBDISTRICT } from '../../prisma/small-town.ts';
import type { Stage } from '../../process/stage.ts';
import { dayAfter } from '../../process/walk.ts';
import { idOf } from '../begun.ts';

export const DAY = 86_400_000;
export const OTHER = `${SUBDISTRICT}/150602001002`;

/** The quarter that it belongs to; nobody runs it here. */
export const QUARTER = idOf(80);

export const because = { grounds: 'w:0:0' };
export const done = { result: 'w:0:0', proof: [idOf(7)] };
export const progress = { done: 'w:0:0', percent: 50, proof: [] };
export const inDays = (days: number): string => dayAfter(new Date(), days);

/** Housing has it in hand for forty days; the community asked for it. */
export const open = (stage: Stage, more: Facts = {}): Promise<string> =>
  stage.openAny('claim-task', COMMUNITY, {
    ...{ kind: 'housing.lift', words: 'w:0:1', unit: stage.town.unit('housing'), dueOn: inDays(40) },
    ...{ communities: [COMMUNITY], period: '2026Q4', parent: { process: QUARTER, item: 'i5' }, ...more },
  });

export async function submitted(stage: Stage, more: Facts = {}): Promise<string> {
  const id = await open(stage, more);
  await stage.does(id, 'submitDone', stage.cast.housing, done);
  return id;
}

/** What the quarter says when it is over. */
export const quarterOver = (stage: Stage, id: string): Promise<State> =>
  stage.does(id, 'hear', stage.cast.system, {
    ...{ process: QUARTER, what: 'ended', facts: { ending: 'carriedOver' } },
  });

/** The open tasks, by kind. */
export const waiting = (state: State): string[] => openTasks(state).map(({ kind }) => kind);
