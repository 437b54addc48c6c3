// Ended from outside, and things that change beside the story: withdrawal, cancellation, correction; and who acts for whom.
import { relay } from '../../../apps/api/course/relay.ts';
import { SixStepFacts } from '../../../workflows/processes/six-step/contract.ts';
import type { State } from '../../../workflows/process/state.ts';
import type { Stage } from '../stage.ts';
import { because, carryOn, result, told, triage, walk } from '../walk.ts';
import type { Story } from './story.ts';

const isStill = ({ tasks, clocks }: State): boolean =>
  Object.values(tasks).every(({ status }) => status !== 'open') &&
  Object.values(clocks).every(({ state }) => state === 'stopped');

/** Somebody else reports the same, by phone, and is merged in. */
async function joined(stage: Stage, id: string): Promise<string> {
  const later = await stage.report({ answerBy: 'phone' });
  await stage.does(later, 'mergeMatter', stage.cast.clerk, { into: id });
  while ((await relay(stage.course, 'message')) > 0);
  return later;
}

const byLast = async (stage: Stage, id: string) => (await stage.journal(id)).at(-1)?.by;

export const leaving: readonly Story[] = [
  {
    name: 'withdrawn by the only reporter: all clocks and open tasks end',
    kept: 'withdrawn',
    async tell(stage) {
      const id = await walk(stage, 'handle', { triage: { helpers: [stage.town.unit('transport')] } });
      await stage.does(id, 'askReturn', stage.cast.housing, { reason: 'overlap', ...because });
      const after = await stage.does(id, 'withdrawMatter', stage.cast.reporter(id), because);
      expect([after.ending, isStill(after)]).toEqual(['withdrawn', true]);
      return id;
    },
  },
  {
    name: 'withdrawn by one of two: the other goes on, and nobody calls or asks who left',
    kept: 'one-withdrew',
    async tell(stage) {
      const id = await walk(stage, 'handle');
      const later = await joined(stage, id);
      await carryOn(stage, id, 'handle', 'tell');
      const after = await stage.does(id, 'withdrawMatter', stage.cast.reporter(later), because);
      expect(after.step).toBe('evaluate');
      expect((await stage.task(id, 'tell')).how).toBe('cancelled');
      expect(SixStepFacts.parse(after.facts).reporters.map(({ matter }) => matter)).toEqual([id]);
      expect(await stage.refusal(id, 'withdrawMatter', stage.cast.reporter(later), because)).toBe(
        'notReporter',
      );
      return carryOn(stage, id, 'rate', 'closed');
    },
  },
  {
    name: 'withdrawn in the middle of rating: the rating of the other is enough',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await walk(stage, 'handle');
      const later = await joined(stage, id);
      await carryOn(stage, id, 'handle', 'tell');
      await does(id, 'confirmTold', cast.clerk, told);
      await does(id, 'withdrawMatter', cast.reporter(id), because);
      expect((await stage.state(id)).step).toBe('evaluate');
      const own = await stage.task(id, 'rate');
      const after = await does(
        id,
        'rateResult',
        cast.reporter(later),
        { contacted: 'yes', solved: 'yes', satisfaction: 'satisfied' },
        own.id,
      );
      expect(SixStepFacts.parse(after.facts).ratings.map(({ matter }) => matter)).toEqual([later]);
      expect(await stage.refusal(id, 'withdrawMatter', cast.reporter(later), because)).toBe(
        'tooLateToWithdraw',
      );
      return id;
    },
  },
  {
    name: 'cancelled by a supervisor: ended with grounds, and the reporter is told',
    kept: 'cancelled',
    async tell(stage) {
      const id = await walk(stage, 'check');
      const after = await stage.does(id, 'cancelProcess', stage.cast.supervisor, because);
      expect([after.ending, isStill(after)]).toEqual(['cancelled', true]);
      expect((await stage.happened(id, 'told')).at(-1)).toMatchObject({ matter: id, what: 'cancelled' });
      return id;
    },
  },
  {
    name: 'corrected: the fact changes, who did it is on record, and no clock moves',
    kept: 'corrected',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await walk(stage, 'handle');
      const { clocks } = await stage.state(id);
      const after = await does(id, 'correctFacts', cast.clerk, {
        kind: 'conduct.official',
        happenedOn: '2026-02-28',
        ...because,
      });
      expect(after.facts).toMatchObject({ kind: 'conduct.official', happenedAt: '2026-02-28T00:00:00.000Z' });
      expect(after.clocks).toEqual(clocks);
      expect(await byLast(stage, id)).toMatchObject({ person: cast.clerk.person });
      return id;
    },
  },
  {
    name: 'B acts for A, on what A has claimed too, and both are on record',
    kept: 'acted-for',
    async tell(stage) {
      const { cast, does, refusal } = stage;
      const id = await walk(stage, 'ledger');
      await does(id, 'claimTask', cast.clerk);
      expect(await refusal(id, 'registerMatter', cast.clerkB)).toBe('heldByAnother');
      await does(id, 'registerMatter', cast.clerkBForClerk);
      const { by } = (await stage.state(id)).tasks['t2'] ?? {};
      expect(by).toMatchObject({ person: cast.clerkB.person, for: cast.clerk.person });
      return id;
    },
  },
  {
    name: 'nobody holds the post: the head above stands in, but never where a unit would judge itself',
    async tell(stage) {
      const { cast, does, refusal } = stage;
      const id = await walk(stage, 'analyse');
      await does(id, 'acceptMatter', cast.standIn, triage(cast.standIn.unit ?? ''));
      expect((await stage.state(id)).tasks['t1']?.by).toMatchObject({
        person: cast.standIn.person,
        isStandIn: true,
      });
      await does(id, 'registerMatter', cast.standIn);
      await does(id, 'submitResult', cast.standIn, result);
      expect(await refusal(id, 'acceptResult', cast.standIn)).toBe('notPerformer');
      expect((await does(id, 'acceptResult', cast.streetHead)).step).toBe('evaluate');
      return id;
    },
  },
  {
    name: 'a community that handles it itself: another person grants, and the tier above checks',
    async tell(stage) {
      const { cast, does, refusal, town } = stage;
      const id = await walk(stage, 'handle', { triage: { lead: town.unit('community') } });
      await does(id, 'askExtension', cast.clerk, { length: '1wd-eod', ...because });
      expect(await refusal(id, 'grantExtension', cast.clerk, because)).toBe('notPerformer');
      await does(id, 'grantExtension', cast.clerkB, because);
      await does(id, 'submitResult', cast.clerk, result);
      expect(await refusal(id, 'acceptResult', cast.clerkB)).toBe('notPerformer');
      expect((await does(id, 'acceptResult', cast.street)).step).toBe('evaluate');
      return id;
    },
  },
];
