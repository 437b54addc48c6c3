import { setTimeout as sleep } from 'node:timers/promises';
import type { TownIds } from '../../../prisma/catalogue.ts';
import type { Cast } from './cast.ts';
import { NotSeeded } from './client.ts';
import type { Action, Visitor } from './client.ts';
import { deedsOf } from './deeds.ts';
import type { Deed } from './deed.ts';
import type { TakenMatter } from './intakes.ts';
import { Matter, openOf } from './matter.ts';

/** Where the demo is played. `now` is the moment of seeding. */
type Stage = { cast: Cast; ids: TownIds; now: Date; say: (line: string) => void };

/** So many matters go on at the same time. */
const LANES = 6;

/** How long the beginning of a process is waited for, and how often an act that is needed again is done. */
const BEGUN_WITHIN = 60_000;
const MOST = 20;

/** Brings every matter as far as its course says, and says how many are there. Throws NotSeeded with the first trouble. */
export async function bringAll(taken: readonly TakenMatter[], stage: Stage): Promise<void> {
  const idOf = new Map(taken.map(({ matter, receipt }) => [matter.key, receipt.id]));
  const queue = taken.values();
  let count = 0;
  const lane = async () => {
    for (const one of queue) {
      await bring(one, idOf.get(one.matter.mergedInto ?? ''), stage);
      stage.say(`${(count += 1)} of ${taken.length} matters`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** What was done before stays done: it goes on after the last act that can be seen. */
async function bring(taken: TakenMatter, into: string | undefined, stage: Stage): Promise<void> {
  const { matter, receipt } = taken;
  const watcher = await stage.cast.watcher();
  if (into !== undefined) await begun(watcher, into);
  const there = await begun(watcher, receipt.id);
  const deeds = deedsOf[matter.course](matter, { ...stage, into });
  const last = deeds.findLastIndex((deed) => deed.isDone(there));
  for (const deed of deeds.slice(last + 1)) await doAll(deed, taken, stage);
}

const read = (visitor: Visitor, id: string): Promise<Matter> => visitor.get(`/api/v1/matters/${id}`, Matter);

/** Waits until the process of a matter has begun. */
async function begun(watcher: Visitor, id: string): Promise<Matter> {
  for (const end = Date.now() + BEGUN_WITHIN; Date.now() < end; await sleep(200)) {
    const matter = await read(watcher, id);
    if (matter.step !== null) return matter;
  }
  throw new NotSeeded(
    `The process of matter ${id} has not begun within a minute: are API and worker running?`,
  );
}

/** Does an act as often as it is needed. */
async function doAll(deed: Deed, taken: TakenMatter, { cast }: Stage): Promise<void> {
  const { isNeeded = (matter: Matter) => !deed.isDone(matter) } = deed;
  const watcher = await cast.watcher();
  for (let times = 0; times < MOST; times += 1) {
    const matter = await read(watcher, taken.receipt.id);
    if (!isNeeded(matter)) return;
    await doOne(deed, matter, taken, cast);
  }
  throw new NotSeeded(`${deed.act} was done ${MOST} times on ${taken.matter.key} and is needed still.`);
}

/** The first of those asked whom the API offers the act does it. */
async function doOne(
  { act, on, input, isAgain = false }: Deed,
  matter: Matter,
  taken: TakenMatter,
  cast: Cast,
): Promise<void> {
  for await (const visitor of visitorsFor(on, matter, taken, cast)) {
    const { actions, tasks } = await readIfMay(visitor, matter);
    const isOn = ({ task }: Action) =>
      on === 'reporter' || tasks.some(({ id, kind }) => id === task && kind === on);
    const offered = actions.find((action) => action.name === act && isOn(action));
    if (offered === undefined) continue;
    const turn = isAgain ? ':2' : '';
    return visitor.follow(offered, input, `demo:${taken.matter.key}:${act}:${offered.task ?? ''}${turn}`);
  }
  throw new NotSeeded(
    `Nobody of the demo district may ${act} on ${taken.matter.key} (${matter.step?.value}).`,
  );
}

/** Whoever may not even read it is offered nothing. */
async function readIfMay(visitor: Visitor, matter: Matter): Promise<Pick<Matter, 'actions' | 'tasks'>> {
  try {
    return await read(visitor, matter.id);
  } catch (error) {
    if (error instanceof NotSeeded && error.status === 403) return { actions: [], tasks: [] };
    throw error;
  }
}

type Visitors = AsyncGenerator<Visitor, void, undefined>;

async function* visitorsFor(on: string, matter: Matter, taken: TakenMatter, cast: Cast): Visitors {
  if (on === 'reporter') {
    yield await cast.reporterOf(taken);
    return;
  }
  const accounts = new Set(openOf(matter, on).flatMap((task) => cast.accountsFor(task)));
  for (const account of accounts) yield await cast.as(account);
}
