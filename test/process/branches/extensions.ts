// Extension 延期, suspension 挂起, and the co-handlers beside the lead.
import { remaining } from '../../../workflows/rules/clock.ts';
import { addTerm } from '../../../workflows/rules/term.ts';
import type { Stage } from '../stage.ts';
import { because, carryOn, dayAfter, result, walk } from '../walk.ts';
import type { Story } from './story.ts';

const DAY = 86_400_000;
const by = (length: string) => ({ length, ...because });

async function suspend(stage: Stage, id: string, days: number): Promise<void> {
  const reviewOn = dayAfter(await stage.timeIn(id), days);
  await stage.does(id, 'askSuspension', stage.cast.housing, { reviewOn, cause: 'w:0:0' });
  await stage.does(id, 'grantSuspension', stage.cast.clerk, because);
}

export const extensions: readonly Story[] = [
  {
    name: 'extended by the community, then by the subdistrict, and not a third time',
    kept: 'extended',
    async tell(stage) {
      const { cast, does, refusal } = stage;
      const id = await walk(stage, 'handle');
      const { dueAt: first } = await stage.clock(id, 'handle');
      const { dueAt: whole } = await stage.clock(id, 'matter');
      await does(id, 'askExtension', cast.housing, by('5wd-eod'));
      expect(await refusal(id, 'grantExtension', cast.street, because)).toBe('notPerformer');
      await does(id, 'grantExtension', cast.clerk, because);
      const {
        dueAt: second,
        extensions: [granted],
      } = await stage.clock(id, 'handle');
      expect(second).toBe(addTerm(new Date(first), '5wd-eod', stage.time).toISOString());
      expect(granted).toMatchObject({
        term: '5wd-eod',
        grantedBy: cast.clerk.person,
        from: first,
        to: second,
      });
      expect((await stage.clock(id, 'matter')).dueAt).toBe(
        addTerm(new Date(whole), '5wd-eod', stage.time).toISOString(),
      );
      expect(await refusal(id, 'askExtension', cast.housing, by('12wd-eod'))).toBe('extensionTooLong');
      await does(id, 'askExtension', cast.housing, by('10wd-eod'));
      expect(await refusal(id, 'grantExtension', cast.clerk, because)).toBe('notPerformer');
      await does(id, 'grantExtension', cast.street, because);
      expect(await refusal(id, 'askExtension', cast.housing, by('1wd-eod'))).toBe('extensionsUsedUp');
      const told = await stage.happened(id, 'told');
      expect(told.filter(({ what }) => what === 'extended').map(({ facts }) => facts)).toEqual([
        { length: '5wd-eod' },
        { length: '10wd-eod' },
      ]);
      return id;
    },
  },
  {
    name: 'a refused extension moves nothing, and after due nobody can ask',
    kept: 'extension-refused',
    async tell(stage) {
      const { cast, does, refusal } = stage;
      const id = await walk(stage, 'handle');
      const before = await stage.clock(id, 'handle');
      await does(id, 'askExtension', cast.housing, by('5wd-eod'));
      await does(id, 'refuseExtension', cast.clerk, because);
      expect(await stage.clock(id, 'handle')).toEqual(before);
      await stage.skipTo(id, before.dueAt);
      expect(await refusal(id, 'askExtension', cast.housing, by('5wd-eod'))).toBe('alreadyDue');
      return id;
    },
  },
  {
    name: 'asked for before due and granted after: it counts from the old due, and the card of between stays',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await walk(stage, 'handle');
      const { dueAt: old } = await stage.clock(id, 'handle');
      await does(id, 'askExtension', cast.housing, by('5wd-eod'));
      await stage.skipTo(id, old);
      const { cards } = await does(id, 'grantExtension', cast.clerk, because);
      const { dueAt, fired } = await stage.clock(id, 'handle');
      expect(dueAt).toBe(addTerm(new Date(old), '5wd-eod', stage.time).toISOString());
      expect(fired.map(({ rung }) => rung)).toContain('yellow');
      expect(
        Object.values(cards).filter(
          ({ level, unit }) => level === 'yellow' && unit === stage.town.unit('housing'),
        ),
      ).toHaveLength(1);
      return id;
    },
  },
  {
    name: 'suspended, reviewed, kept, resumed: due = now + what was left, in working time',
    kept: 'suspended',
    async tell(stage) {
      const { cast, does, refusal, time } = stage;
      const id = await walk(stage, 'handle');
      await suspend(stage, id, 10);
      const paused = await stage.clock(id, 'handle');
      expect([paused.state, paused.dueAt, (await stage.clock(id, 'matter')).state]).toEqual([
        'paused',
        'unknown',
        'paused',
      ]);
      expect(await refusal(id, 'submitResult', cast.housing, result)).toBe('suspended');
      expect(await refusal(id, 'askReturn', cast.housing, { reason: 'overlap', ...because })).toBe(
        'suspended',
      );
      await stage.skip(id, 9 * DAY);
      await does(id, 'keepSuspended', cast.clerk, {
        reviewOn: dayAfter(await stage.timeIn(id), 20),
        ...because,
      });
      await stage.skip(id, 12 * DAY);
      await does(id, 'resumeHandling', cast.clerk, because);
      const again = await stage.clock(id, 'handle');
      const left = remaining(again, new Date(again.pauses.at(-1)?.until ?? ''), time);
      expect([again.state, left]).toEqual(['running', paused.leftMs]);
      expect((await stage.clock(id, 'matter')).state).toBe('running');
      return carryOn(stage, id, 'handle', 'closed');
    },
  },
  {
    name: 'resumed by the unit before the review: nobody has to review it any more',
    kept: 'resumed',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await walk(stage, 'handle');
      await suspend(stage, id, 10);
      const { tasks } = await does(id, 'resumeTask', cast.housing);
      expect(Object.values(tasks).find(({ kind }) => kind === 'suspensionReview')?.how).toBe('cancelled');
      expect((await stage.clock(id, 'handle')).state).toBe('running');
      return id;
    },
  },
  {
    name: 'kept suspended over the third review: the supervisor decides',
    async tell(stage) {
      const { cast, does, refusal, policy } = stage;
      const id = await walk(stage, 'handle');
      await suspend(stage, id, 5);
      const keep = async () => ({ reviewOn: dayAfter(await stage.timeIn(id), 5), ...because });
      for (let review = 0; review < policy.limits.suspensionReviews; review += 1) {
        await does(id, 'keepSuspended', cast.clerk, await keep());
      }
      expect(await refusal(id, 'keepSuspended', cast.clerk, await keep())).toBe('notPerformer');
      await does(id, 'resumeHandling', cast.supervisor, because);
      return id;
    },
  },
  {
    name: 'co-handlers work beside the lead, who may not submit over their heads',
    kept: 'co-handled',
    async tell(stage) {
      const { cast, does, refusal, town } = stage;
      const helpers = [town.unit('transport'), town.unit('community')];
      const id = await walk(stage, 'handle', { triage: { helpers } });
      expect(await refusal(id, 'submitResult', cast.housing, result)).toBe('assistsOpen');
      expect(await refusal(id, 'askReturn', cast.transport, { reason: 'overlap', ...because }, 't4')).toBe(
        'notDispatched',
      );
      await does(id, 'submitPart', cast.transport, result);
      expect(await refusal(id, 'submitResult', cast.housing, result)).toBe('assistsOpen');
      await does(id, 'excuseTask', cast.housingHead, because, 't5');
      const { tasks } = await does(id, 'submitResult', cast.housing, result);
      expect([tasks['t4']?.outcome, tasks['t5']?.how]).toEqual(['submitPart', 'excused']);
      return id;
    },
  },
];
