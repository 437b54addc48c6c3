// Step 1 and its ways out: moved up, not accepted, merged.
import { relay } from '../../../apps/api/course/relay.ts';
import { SixStepFacts } from '../../../workflows/processes/six-step/contract.ts';
import type { Stage } from '../stage.ts';
import { basically, because, carryOn, result, satisfied, told, triage, walk } from '../walk.ts';
import type { Story } from './story.ts';

/** Merges a new report into an earlier matter and delivers the message. */
async function merge(stage: Stage, into: string, answerBy = 'web'): Promise<string> {
  const later = await stage.report({ answerBy });
  await stage.does(later, 'mergeMatter', stage.cast.clerk, { into });
  while ((await relay(stage.course, 'message')) > 0);
  return later;
}

const factsOf = async (stage: Stage, id: string) => SixStepFacts.parse((await stage.state(id)).facts);

const toldWhat = async (stage: Stage, id: string, matter: string) =>
  (await stage.happened(id, 'told')).filter((event) => event.matter === matter).map(({ what }) => what);

export const intake: readonly Story[] = [
  {
    name: 'moved up twice: the subdistrict, then the district analyses it, and nobody is higher',
    kept: 'moved-up',
    async tell(stage) {
      const { cast, does, refusal } = stage;
      const id = await walk(stage, 'analyse');
      await does(id, 'moveMatterUp', cast.clerk, because);
      await does(id, 'moveMatterUp', cast.street, because);
      expect(await refusal(id, 'moveMatterUp', cast.supervisor, because)).toBe('highestTier');
      await does(id, 'acceptMatter', cast.supervisor, triage(stage.town.unit('housing')));
      expect(await refusal(id, 'registerMatter', cast.clerk)).toBe('notPerformer');
      await does(id, 'registerMatter', cast.supervisor);
      await does(id, 'submitResult', cast.housing, result);
      await does(id, 'acceptResult', cast.supervisor);
      const { step, tasks } = await stage.state(id);
      expect([step, Object.values(tasks).filter(({ kind }) => kind === 'analyse').length]).toEqual([
        'evaluate',
        3,
      ]);
      return id;
    },
  },
  {
    name: 'not accepted: the resident is told why, and it gets no number',
    kept: 'not-accepted',
    async tell(stage) {
      const id = await walk(stage, 'analyse');
      const after = await stage.does(id, 'refuseMatter', stage.cast.clerk, {
        cause: 'outsidePowers',
        ...because,
      });
      expect([after.ending, after.closedAt === undefined]).toEqual(['notAccepted', false]);
      expect(await toldWhat(stage, id, id)).toEqual(['notAccepted']);
      const { rows } = await stage.town.db.pool.query('select number from matter where id = $1', [id]);
      expect(rows).toEqual([{ number: null }]);
      expect(await stage.client.workflow.getHandle(id).describe()).toMatchObject({
        status: { name: 'COMPLETED' },
      });
      return id;
    },
  },
  {
    name: 'merged: the reporter follows the earlier matter, is told and rates there',
    kept: 'merged-into',
    async tell(stage) {
      const { cast, does } = stage;
      const earlier = await walk(stage, 'handle');
      const later = await merge(stage, earlier);
      expect((await stage.state(later)).ending).toBe('merged');
      expect(await toldWhat(stage, earlier, later)).toEqual(['merged']);
      await carryOn(stage, earlier, 'handle', 'rate');
      expect(await toldWhat(stage, earlier, later)).toEqual(['merged', 'result']);
      const { tasks } = await stage.state(earlier);
      const own = Object.values(tasks).find(({ performer }) => performer.reporterOf === later)?.id;
      expect(await stage.refusal(earlier, 'rateResult', cast.reporter(earlier), satisfied, own)).toBe(
        'notPerformer',
      );
      await does(earlier, 'rateResult', cast.reporter(earlier), satisfied);
      expect((await does(earlier, 'rateResult', cast.reporter(later), basically, own)).step).toBe('assess');
      const { ratings } = await factsOf(stage, earlier);
      expect(ratings.map(({ matter }) => matter).sort()).toEqual([earlier, later].sort());
      return earlier;
    },
  },
  {
    name: 'merged into itself is not possible, and a message that comes twice adds nobody twice',
    kept: 'merged',
    async tell(stage) {
      const { does, cast } = stage;
      const [earlier, later] = [await walk(stage, 'handle'), await walk(stage, 'analyse')];
      expect(await stage.refusal(later, 'mergeMatter', cast.clerk, { into: later })).toBe('mergedIntoItself');
      await does(earlier, 'addReporter', cast.system, { matter: later, answerBy: 'web' });
      await does(later, 'mergeMatter', cast.clerk, { into: earlier });
      while ((await relay(stage.course, 'message')) > 0);
      expect((await factsOf(stage, earlier)).reporters.map(({ matter }) => matter)).toEqual([earlier, later]);
      return later;
    },
  },
  {
    name: 'merged while others rate: told the result at once, called where it must be, and asked to rate',
    kept: 'merged-late',
    async tell(stage) {
      const { cast, does } = stage;
      const earlier = await walk(stage, 'rate');
      const later = await merge(stage, earlier, 'phone');
      expect(await toldWhat(stage, earlier, later)).toEqual(['merged', 'result']);
      await does(earlier, 'confirmTold', cast.clerk, told);
      await does(earlier, 'rateResult', cast.reporter(earlier), satisfied);
      const own = await stage.task(earlier, 'rate');
      expect(own.performer.reporterOf).toBe(later);
      expect((await does(earlier, 'rateResult', cast.reporter(later), satisfied, own.id)).step).toBe(
        'assess',
      );
      expect((await factsOf(stage, earlier)).ratings.map(({ matter }) => matter)).toEqual([earlier, later]);
      return earlier;
    },
  },
  {
    name: 'merged while somebody calls back: the newcomer still has the whole window',
    async tell(stage) {
      const { cast, does } = stage;
      const earlier = await walk(stage, 'rate');
      await stage.skipTo(earlier, (await stage.clock(earlier, 'rate')).dueAt);
      const later = await merge(stage, earlier);
      const own = await stage.task(earlier, 'rate');
      expect((await does(earlier, 'recordCallBack', cast.caller, satisfied)).step).toBe('evaluate');
      expect((await does(earlier, 'rateResult', cast.reporter(later), satisfied, own.id)).step).toBe(
        'assess',
      );
      expect((await factsOf(stage, earlier)).ratings.map(({ matter }) => matter).sort()).toEqual(
        [earlier, later].sort(),
      );
      return earlier;
    },
  },
  {
    name: 'merged while the result is being told: the newcomer is told too',
    async tell(stage) {
      const earlier = await walk(stage, 'tell', { intake: { answerBy: 'phone' } });
      const later = await merge(stage, earlier, 'phone');
      expect(await toldWhat(stage, earlier, later)).toEqual(['merged', 'result']);
      expect(await stage.task(earlier, 'tell')).toMatchObject({ reporter: later, status: 'open' });
      return earlier;
    },
  },
];
