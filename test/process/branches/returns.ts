// Return 退单, conference 会商, reassignment 改派, and a result that is sent back.
import { chargedTime, remaining } from '../../../workflows/rules/clock.ts';
import { dueAt } from '../../../workflows/rules/term.ts';
import type { Stage } from '../stage.ts';
import { because, carryOn, result, walk } from '../walk.ts';
import type { Story } from './story.ts';

const HOUR = 3_600_000;
const notOurs = { reason: 'notOurs', ...because };

async function returned(stage: Stage, id: string): Promise<void> {
  await stage.does(id, 'askReturn', stage.cast.housing, notOurs);
  await stage.does(id, 'grantReturn', stage.cast.clerk, because);
}

export const returns: readonly Story[] = [
  {
    name: 'returned: the time stays charged to the unit, and the next one has the full term',
    kept: 'returned',
    async tell(stage) {
      const { cast, does, town } = stage;
      const [housing, transport, community] = ['housing', 'transport', 'community'].map(town.unit);
      const id = await walk(stage, 'handle', { triage: { helpers: [transport, community] } });
      const matter = await stage.clock(id, 'matter');
      await stage.skip(id, 30 * HOUR);
      await returned(stage, id);
      await stage.skip(id, 2 * HOUR);
      await does(id, 'dispatchMatter', cast.clerk, { lead: transport, helpers: [community, housing] });
      const { tasks, clocks } = await stage.state(id);
      const [first, second] = Object.values(tasks).filter(({ kind }) => kind === 'handle');
      const old = clocks[first?.clock ?? ''];
      expect([first?.how, old?.state, second?.performer.unit]).toEqual(['returned', 'stopped', transport]);
      const spent = chargedTime(old!, await stage.timeIn(id), { ...stage.time });
      expect(spent[housing ?? '']).toBeGreaterThanOrEqual(0);
      const fresh = await stage.clock(id, 'handle');
      expect(fresh.dueAt).toBe(dueAt(new Date(fresh.startedAt), '15wd-eod', stage.time).at.toISOString());
      expect(await stage.clock(id, 'matter')).toMatchObject({ state: 'running', dueAt: matter.dueAt });
      // Of the co-handlers who is still needed goes on, who no longer is stops, and who is new begins.
      const assists = Object.values(tasks).filter(({ kind }) => kind === 'assist');
      const standing = assists.map(({ performer, status, how }) => [performer.unit, how ?? status]);
      expect(standing).toEqual([
        [transport, 'cancelled'],
        [community, 'open'],
        [housing, 'open'],
      ]);
      return id;
    },
  },
  {
    name: 'a refused return gives the task back with the clock that never stopped, and costs points',
    kept: 'return-refused',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await walk(stage, 'handle');
      const before = await stage.clock(id, 'handle');
      await does(id, 'askReturn', cast.housing, notOurs);
      await does(id, 'refuseReturn', cast.clerk, because);
      expect(await stage.clock(id, 'handle')).toEqual(before);
      const after = await carryOn(stage, id, 'handle', 'score').then(stage.state);
      expect(after.facts['score']).toMatchObject({
        total: 97,
        lines: [{ reason: 'refusedReturns', points: -3 }],
      });
      return id;
    },
  },
  {
    name: 'the second return calls a conference, whose dispatch binds',
    kept: 'conference',
    async tell(stage) {
      const { cast, does, refusal, town } = stage;
      const id = await walk(stage, 'handle');
      await returned(stage, id);
      await does(id, 'dispatchMatter', cast.clerk, { lead: town.unit('housing') });
      await returned(stage, id);
      expect(await refusal(id, 'dispatchMatter', cast.clerk, { lead: town.unit('housing') })).toBe(
        'taskSettled',
      );
      await does(id, 'concludeConference', cast.clerk, { lead: town.unit('housing'), minutes: 'w:0:0' });
      expect(await refusal(id, 'askReturn', cast.housing, notOurs)).toBe('dispatchIsBinding');
      return carryOn(stage, id, 'handle', 'closed');
    },
  },
  {
    name: 'reassigned: another unit leads with the full term, and its co-handlers are its own to excuse',
    kept: 'reassigned',
    async tell(stage) {
      const { cast, does, refusal, town } = stage;
      const id = await walk(stage, 'handle', { triage: { helpers: [town.unit('community')] } });
      await does(id, 'askReassignment', cast.housing, { unit: town.unit('transport'), ...because });
      await does(id, 'grantReassignment', cast.clerkB, because);
      expect((await stage.state(id)).facts['lead']).toBe(town.unit('transport'));
      expect(await refusal(id, 'excuseTask', cast.housing, because, 't4')).toBe('notLead');
      await does(id, 'excuseTask', cast.transport, because, 't4');
      await does(id, 'submitResult', cast.transport, result);
      expect((await does(id, 'acceptResult', cast.clerk)).step).toBe('evaluate');
      return id;
    },
  },
  {
    name: 'a request that nobody needs any more ends with the work that it was about',
    kept: 'request-void',
    async tell(stage) {
      const { cast, does, refusal } = stage;
      const id = await walk(stage, 'handle');
      await does(id, 'askExtension', cast.housing, { length: '1wd-eod', ...because });
      const { tasks, requests } = await does(id, 'submitResult', cast.housing, result);
      const decision = Object.values(tasks).find(({ kind }) => kind === 'extensionDecision');
      expect([requests['r1']?.status, decision?.how]).toEqual(['void', 'cancelled']);
      expect(await refusal(id, 'grantExtension', cast.clerk, because)).toBe('taskSettled');
      return id;
    },
  },
  {
    name: 'sent back: the clock runs on with what was left when the result was submitted',
    kept: 'sent-back',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await walk(stage, 'check');
      const submitted = await stage.clock(id, 'handle');
      await stage.skip(id, 50 * HOUR);
      await does(id, 'sendBack', cast.clerk, because);
      const [, again] = [submitted, await stage.clock(id, 'handle')];
      const [left, leftAgain] = [submitted, again].map((clock) =>
        remaining(clock, new Date(clock.stoppedAt ?? clock.pauses.at(-1)?.until ?? ''), stage.time),
      );
      expect([again.state, leftAgain]).toEqual(['running', left]);
      expect(again.charges.map(({ unit }) => unit)).toEqual(Array(2).fill(stage.town.unit('housing')));
      expect(await stage.task(id, 'handle')).toMatchObject({ id: 't3', status: 'open' });
      return carryOn(stage, id, 'handle', 'closed');
    },
  },
];
