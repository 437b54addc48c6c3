// A report whose reporter follows an earlier matter instead: merged before anybody has work with it.
import { openProcess } from '../../../apps/api/course/open.ts';
import { StartPayload } from '../../../prisma/intake-row.ts';
import { SixStepFacts } from '../../../workflows/processes/six-step/contract.ts';
import type { Stage } from '../stage.ts';
import { because, carryOn, satisfied, unsolved, walk } from '../walk.ts';
import type { Story } from './story.ts';

const follow = (stage: Stage, follows: string): Promise<string> => stage.report({ facts: { follows } });

const reportersOf = async (stage: Stage, id: string): Promise<string[]> =>
  SixStepFacts.parse((await stage.state(id)).facts).reporters.map(({ matter }) => matter);

/** How it began: the ending, where it was merged into, and the kinds of tasks that it made. */
async function beginning(stage: Stage, id: string) {
  const { ending, facts, tasks } = await stage.state(id);
  return [ending, facts['mergedInto'], Object.values(tasks).map(({ kind }) => kind)];
}

const payloadOf = async ({ town }: Stage, id: string): Promise<StartPayload> => {
  const { rows } = await town.db.pool.query('select payload from outbox where id = $1', [`start:${id}`]);
  return StartPayload.parse(rows[0]?.payload);
};

export const following: readonly Story[] = [
  {
    name: 'followed from the first moment: merged without a task, and its reporter is told',
    kept: 'followed',
    async tell(stage) {
      const earlier = await walk(stage, 'handle');
      const later = await follow(stage, earlier);
      expect(await beginning(stage, later)).toEqual(['merged', earlier, []]);
      expect((await stage.happened(later, 'noted')).map(({ what }) => what)).toEqual(['followed']);
      expect(await reportersOf(stage, earlier)).toEqual([earlier, later]);
      expect(await stage.happened(earlier, 'told')).toContainEqual(
        expect.objectContaining({ matter: later, what: 'merged' }),
      );
      return later;
    },
  },
  {
    name: 'followed: who follows is told the result, rates, and can send it back',
    kept: 'followed-into',
    async tell(stage) {
      const { cast, does } = stage;
      const earlier = await walk(stage, 'handle');
      const later = await follow(stage, earlier);
      await carryOn(stage, earlier, 'handle', 'rate');
      const { tasks } = await stage.state(earlier);
      const own = Object.values(tasks).find(({ performer }) => performer.reporterOf === later)?.id;
      await does(earlier, 'rateResult', cast.reporter(earlier), satisfied);
      expect((await does(earlier, 'rateResult', cast.reporter(later), unsolved, own)).step).toBe('handle');
      return earlier;
    },
  },
  {
    name: 'the earlier one has ended meanwhile: the report goes on like any other',
    async tell(stage) {
      const earlier = await walk(stage, 'analyse');
      await stage.does(earlier, 'withdrawMatter', stage.cast.reporter(earlier), because);
      const later = await follow(stage, earlier);
      expect(await beginning(stage, later)).toEqual([undefined, undefined, ['analyse']]);
      expect((await stage.state(later)).facts['follows']).toBeUndefined();
      return later;
    },
  },
  {
    name: 'the earlier one is being assessed: nobody could rate it any more, so nobody joins it',
    async tell(stage) {
      const earlier = await walk(stage, 'score');
      const later = await follow(stage, earlier);
      expect(await beginning(stage, later)).toEqual([undefined, undefined, ['analyse']]);
      expect(await reportersOf(stage, earlier)).toEqual([earlier]);
      return later;
    },
  },
  {
    name: 'the earlier one was merged meanwhile: its heir takes the reporter up',
    async tell(stage) {
      const [first, second] = [await walk(stage, 'handle'), await walk(stage, 'analyse')];
      await stage.does(second, 'mergeMatter', stage.cast.clerk, { into: first });
      await stage.relayed();
      const later = await follow(stage, second);
      expect(await beginning(stage, later)).toEqual(['merged', first, []]);
      expect(await reportersOf(stage, first)).toEqual([first, second, later]);
      return later;
    },
  },
  {
    name: 'the errand is carried twice, the second time after the earlier one has ended: it happened once',
    async tell(stage) {
      const { cast, does, course } = stage;
      const earlier = await walk(stage, 'handle');
      const later = await follow(stage, earlier);
      const payload = await payloadOf(stage, later);
      expect(await openProcess(course, later, payload)).toBe(true);
      for (const reporter of [later, earlier])
        await does(earlier, 'withdrawMatter', cast.reporter(reporter), because);
      expect(await openProcess(course, later, payload)).toBe(true);
      expect(await beginning(stage, later)).toEqual(['merged', earlier, []]);
      return later;
    },
  },
];
