// The way of a whistle blown by the community of Anda, for tests that want one to stand somewhere on it.
import type { State } from '../../../workflows/process/state.ts';
import { ESTATE } from '../../prisma/small-town.ts';
import type { Stage } from '../../process/stage.ts';

export type Called = 'housing' | 'transport';
export type Ground = 'street' | 'joint' | 'emergency';

export const because = { grounds: 'w:0:0' };
export const who = { who: 'w:0:1' };
export const deed = { deed: 'w:0:2' };
export const result = { result: 'w:0:3', proof: [] };
export const marked = (mark: number) => ({ mark, words: 'w:0:4' });

export const call = (stage: Stage, ground: Ground, units: readonly Called[]) => ({
  ...{ ground, words: 'w:0:0', place: ESTATE },
  units: units.map((unit) => stage.town.unit(unit)),
});

/** Blows one; an emergency asks nobody before. */
export const blow = (
  stage: Stage,
  ground: Ground = 'emergency',
  units: readonly Called[] = ['housing', 'transport'],
): Promise<string> => stage.enter('whistle', 'blowWhistle', stage.cast.clerk, call(stage, ground, units));

/** The item of a department called. */
export function itemFor(stage: Stage, { items }: State, unit: Called): string {
  const found = Object.values(items).find(({ facts }) => facts['unit'] === stage.town.unit(unit));
  if (found === undefined) throw new Error(`${unit} is not called`);
  return found.id;
}

/** The last task of a kind for an item, open or not. */
export function taskFor({ tasks }: State, kind: string, item?: string): string {
  const found = Object.values(tasks).findLast(
    (task) => task.kind === kind && (item === undefined || task.item === item),
  );
  if (found === undefined) throw new Error(`no ${kind} for ${item ?? 'all'}`);
  return found.id;
}

/** A department says that it has come. */
export async function comes(stage: Stage, id: string, unit: Called): Promise<State> {
  const state = await stage.state(id);
  const arrive = taskFor(state, 'arrive', itemFor(stage, state, unit));
  return stage.does(id, 'reportArrival', stage.cast[unit], who, arrive);
}

/** Both have come, and the caller says that it is done. */
export async function finished(stage: Stage, units: readonly Called[] = ['housing', 'transport']) {
  const id = await blow(stage, 'emergency', units);
  for (const unit of units) await comes(stage, id, unit);
  await stage.does(id, 'finishJointWork', stage.cast.clerk, result);
  return id;
}

/** Marks everybody who is still to be marked. */
export async function markAll(stage: Stage, id: string, mark = 4): Promise<State> {
  const open = Object.values((await stage.state(id)).tasks).filter(
    ({ kind, status }) => kind === 'mark' && status === 'open',
  );
  for (const task of open) await stage.does(id, 'markDepartment', stage.cast.clerk, marked(mark), task.id);
  return stage.state(id);
}
