import { jest } from '@jest/globals';
import type { Act, Scene } from '../../workflows/process/definition.ts';
import { offers } from '../../workflows/process/offers.ts';
import type { Offer } from '../../workflows/process/offers.ts';
import { openTasks } from '../../workflows/process/state.ts';
import { isSuspended } from '../../workflows/process/task.ts';
import type { Actor } from '../../workflows/process/actor.ts';
import { filledIn } from './filled.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';

const HOUR = 3_600_000;
const SEEDS = process.env['SEEDS'] ? process.env['SEEDS'].split(',').map(Number) : [11, 14, 20, 38];
const ACTS = 40;

jest.setTimeout(180_000);

/** The same numbers for the same seed, between 0 and 1 (mulberry32). */
function dice(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How often an act is thought of: what ends it rarely, or the way is short; what leads nowhere not too often. */
const CHANCE: Readonly<Record<string, number>> = {
  ...{
    withdrawMatter: 0.03,
    cancelProcess: 0.03,
    refuseMatter: 0.1,
    closeWithReasons: 0.3,
    submitResult: 0.5,
  },
  ...{ comment: 0.05, urgeTask: 0.02, correctFacts: 0.05, liftCard: 0.1, claimTask: 0.1, moveMatterUp: 0.3 },
  blowWhistle: 0.1,
  ...{ mergeMatter: 0, addReporter: 0, addFollower: 0, reportUndelivered: 0 },
};

describe('whatever people do that is offered to them', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    await stage.hire();
  });
  afterAll(() => stage.close());

  function people(id: string): Actor[] {
    const { grid, clerk, clerkB, street, housing, transport, supervisor, supervisorHead, caller } =
      stage.cast;
    return [
      grid,
      clerk,
      clerkB,
      street,
      housing,
      transport,
      supervisor,
      supervisorHead,
      caller,
      stage.cast.reporter(id),
    ];
  }

  /** Open tasks that nobody in town could ever complete. */
  function forsaken(scene: Scene, all: readonly Offer[]): string[] {
    const isCompletion = ({ name }: Act, kind: string) =>
      scene.definition.tasks[kind]?.completions.some((completion) => completion.name === name) ?? false;
    const isBlocked = (kind: string) =>
      kind === 'handle' && openTasks(scene.state).some((task) => task.kind === 'assist');
    return openTasks(scene.state)
      .filter((task) => !isSuspended(scene, task) && !isBlocked(task.kind))
      .filter((task) => !all.some(({ act, target }) => target === task.id && isCompletion(act, task.kind)))
      .map(({ kind, id }) => `${kind} ${id}`);
  }

  async function wander(seed: number): Promise<string[]> {
    const roll = dice(seed);
    const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(roll() * all.length)];
    const id = await stage.report({ answerBy: roll() < 0.5 ? 'web' : 'phone' });
    const path: string[] = [];
    const units = ['housing', 'transport', 'community'].map(stage.town.unit);
    const persons = people(id).flatMap(({ person }) => person ?? []);
    for (let turn = 0; turn < ACTS; turn += 1) {
      const state = await stage.state(id);
      if (state.ending !== undefined) break;
      const now = await stage.timeIn(id);
      const scene = await stage.course.book.sceneOf(state, now);
      const all = offers(scene, people(id));
      expect([path, forsaken(scene, all)]).toEqual([path, []]);
      const wanted = all.filter(({ act }) => roll() < (CHANCE[act.name] ?? 1));
      const offer = pick(wanted);
      if (offer === undefined) continue;
      if (roll() < 0.15) await stage.skip(id, Math.floor(roll() * 400) * HOUR);
      const input = filledIn(offer.act.name, {
        ...{ units, people: persons, now, way: Math.floor(roll() * 60) },
      });
      const { kind } = await stage.tries(id, offer.act.name, offer.actor, input, offer.target);
      path.push(`${offer.act.name}:${kind}`);
    }
    return path;
  }

  it.each(SEEDS)('somebody can always go on (%i)', async (seed) => {
    const path = await wander(seed);
    expect(path.length).toBeGreaterThan(0);
    if (process.env['SEEDS']) process.stderr.write(`${seed}: ${path.join(' ')}\n`);
  });

  it('both sides agree afterwards, and every history replays', async () => {
    expect(await stage.disagreements()).toEqual([]);
    expect(await stage.notReplaying()).toEqual([]);
  });
});
