// The way of a session of the station of Anda, for tests that want one to stand somewhere on it.
import type { State } from '../../../workflows/process/state.ts';
import { saidIn } from '../../../workflows/processes/station-session/contract.ts';
import { COMMUNITY, ESTATE } from '../../prisma/small-town.ts';
import type { Stage } from '../../process/stage.ts';

const DAY = 86_400_000;

const PLACES = ['plan', 'announce', 'register', 'collate', 'handle'] as const;
export type Place = (typeof PLACES)[number];

export type Graded = 'spot' | 'matter' | 'common';

/** A moment so many days after now, at a whole minute. */
export const inDays = (days: number, now = Date.now()): string =>
  new Date(Math.ceil((now + days * DAY) / 60_000) * 60_000).toISOString();

export const said = { words: 'w:0:0', kind: 'housing.lift', place: ESTATE };
export const booking = { words: 'w:0:0', contact: 'w:0:1' };
export const graded = (grade: Graded, more: object = {}) => ({ grade, ...more });
export const settled = { result: 'w:0:2', proof: [] };
export const told = { by: 'phone', receipt: 'w:0:0' };
export const satisfied = { solved: 'yes', satisfaction: 'satisfied' };
export const unsolved = { solved: 'no', satisfaction: 'dissatisfied' };
export const because = { grounds: 'w:0:0' };

/** What is said, and as what it is classified; as it is registered where nothing else is said. */
export interface Voice {
  readonly grade?: Graded;
  readonly contact?: string;
  readonly name?: string;
  readonly more?: object;
}

type Leg = (stage: Stage, id: string, voices: readonly Voice[]) => Promise<unknown>;

const legs: Readonly<Record<Exclude<Place, 'handle'>, Leg>> = {
  plan: (stage, id) => stage.does(id, 'publishPlan', stage.cast.clerk, planned(stage)),
  announce: (stage, id) => stage.does(id, 'beginReception', stage.cast.clerk),
  async register(stage, id, voices) {
    for (const { contact, name } of voices) {
      const words = await stage.sealed(id, '楼道照明坏了，老人夜里不敢出门。');
      await stage.does(id, 'registerItem', stage.cast.clerk, { ...said, words, contact, name });
    }
    await stage.does(id, 'concludeSession', stage.cast.clerk);
  },
  async collate(stage, id, voices) {
    const { items } = await stage.state(id);
    const open = Object.values(items).filter(
      ({ kind, closedAt }) => kind === 'said' && closedAt === undefined,
    );
    for (const [i, item] of open.entries()) {
      const { grade = 'spot', more } = voices[i] ?? {};
      await stage.does(id, 'classifyItem', stage.cast.clerk, graded(grade, more), item.id);
    }
    if (open.length > 0) await stage.does(id, 'concludeCollation', stage.cast.clerk);
  },
};

export const planned = (stage: Stage, days = 3) => ({
  startsAt: inDays(days),
  venue: ESTATE,
  receiver: stage.cast.deputy.person,
});

/** Carries a session on from one place to another. */
export async function carryOn(
  stage: Stage,
  id: string,
  from: Place,
  to: Place,
  voices: readonly Voice[] = [{}],
): Promise<string> {
  for (const place of PLACES.slice(PLACES.indexOf(from), PLACES.indexOf(to))) {
    if (place !== 'handle') await legs[place](stage, id, voices);
  }
  return id;
}

/** Opens a session and carries it to a place on its way. */
export async function walk(stage: Stage, to: Place, voices?: readonly Voice[]): Promise<string> {
  const id = await stage.openAny('station-session', COMMUNITY, { period: '2026-11' });
  return carryOn(stage, id, 'plan', to, voices);
}

/** An item as its session remembers it. */
export function itemIn(state: State, item: string) {
  const found = state.items[item];
  if (found === undefined) throw new Error(`no ${item}`);
  return { ...found, said: saidIn(found) };
}

/** The open task of a kind for an item. */
export function taskFor(state: State, kind: string, item?: string): string {
  const found = Object.values(state.tasks).find(
    (task) => task.kind === kind && task.status === 'open' && (item === undefined || task.item === item),
  );
  if (found === undefined) throw new Error(`no open ${kind} for ${item}`);
  return found.id;
}
