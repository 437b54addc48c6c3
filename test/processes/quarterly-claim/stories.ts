// Branches of the quarter: told on the real server to their end, or to where they are clear.
import { expect } from '@jest/globals';
import { itemsOf, openTasks } from '../../../workflows/process/state.ts';
import type { State } from '../../../workflows/process/state.ts';
import { accountOf, reportOf } from '../../../workflows/processes/quarterly-claim/claims.ts';
import { endOfPeriod } from '../../../workflows/rules/period.ts';
import type { Story } from '../../process/branches/story.ts';
import type { Stage } from '../../process/stage.ts';
import { COMMUNITY } from '../../prisma/small-town.ts';
import * as w from './walk.ts';

/** All that people said has come out, once. */
const whole = { open: 0, twice: [], torn: [] };

const claimedIn = (state: State, item: string): unknown => state.items[item]?.facts['unit'];

/** Two needs, listed as two problems, and published. */
async function published(stage: Stage, kinds: readonly string[]): Promise<string> {
  const { cast, does, state } = stage;
  const id = await w.open(stage);
  for (const kind of kinds) await does(id, 'addNeed', cast.clerk, w.need(kind));
  await does(id, 'submitDemandList', cast.clerk, {}, w.taskOf(await state(id), 'demandList', COMMUNITY));
  await does(id, 'reportNoNeeds', cast.strangeClerk, {}, w.taskOf(await state(id), 'demandList', w.OTHER));
  await does(id, 'listNeeds', cast.street, { needs: w.ids(await state(id), 'need') });
  await does(id, 'publishProblems', cast.street);
  return id;
}

const toEnd = async (stage: Stage, id: string) => {
  await stage.skipTo(id, endOfPeriod(w.period(), '+08:00'));
  await stage.relayed();
};

export const stories: readonly Story[] = [
  {
    name: 'goes its straight way: every need ends with its problem, and the figures are signed',
    kept: 'quarter-closed',
    async tell(stage) {
      const id = await w.walk(stage, 'closed');
      const state = await stage.state(id);
      expect(state.ending).toBe('closed');
      expect(accountOf(state)).toEqual({
        ...whole,
        needs: 3,
        done: 3,
        carriedOver: 0,
        refused: 0,
        mostHeld: 1,
      });
      const { problems, units } = reportOf(state);
      expect(state.facts['report']).toMatchObject({
        problems: { ...problems, claimed: 1, assigned: 1, inTime: 2 },
      });
      expect(units.map(({ all }) => all)).toEqual([1, 1]);
      expect(state.facts['claimedTooFew']).toEqual([stage.town.unit('transport')]);
      return id;
    },
  },
  {
    name: 'does not wait for a late community longer than the subdistrict wants, and takes its needs by phone',
    kept: 'quarter-late-community',
    async tell(stage) {
      const { cast, does, refusal, state } = stage;
      const id = await w.open(stage);
      await does(id, 'addNeed', cast.clerk, w.need());
      expect(await refusal(id, 'closeCollection', cast.street)).toBe('collectionRuns');
      await stage.skip(id, 12 * w.DAY);
      expect(Object.keys((await state(id)).cards).length).toBeGreaterThan(0);
      expect((await does(id, 'closeCollection', cast.street)).step).toBe('merge');
      expect(await refusal(id, 'addNeed', cast.clerk, w.need())).toBe('otherStep');
      await does(id, 'addNeed', cast.street, { ...w.need(), place: w.OTHER });
      expect(await refusal(id, 'publishProblems', cast.street)).toBe('needsUnsorted');
      const [one, two] = w.ids(await state(id), 'need');
      await does(id, 'refuseNeed', cast.street, w.because, one);
      await does(id, 'listNeeds', cast.street, { needs: [two] });
      const problem = await does(id, 'publishProblems', cast.street);
      expect(itemsOf(problem, 'problem')[0]?.facts['place']).toBe(w.OTHER);
      return id;
    },
  },
  {
    name: 'is held without a claim where nobody needs anything',
    kept: 'quarter-without-needs',
    async tell(stage) {
      const { cast, does, state } = stage;
      const id = await w.open(stage);
      await does(id, 'reportNoNeeds', cast.clerk, {}, w.taskOf(await state(id), 'demandList', COMMUNITY));
      await does(
        id,
        'reportNoNeeds',
        cast.strangeClerk,
        {},
        w.taskOf(await state(id), 'demandList', w.OTHER),
      );
      expect((await does(id, 'publishProblems', cast.street)).step).toBe('meeting');
      expect((await does(id, 'concludeMeeting', cast.street, w.meeting(stage))).step).toBe('report');
      expect((await does(id, 'signReport', cast.street)).ending).toBe('closed');
      return id;
    },
  },
  {
    name: 'takes a wrong merger apart, and never sorts a need twice',
    async tell(stage) {
      const { cast, does, refusal, state } = stage;
      const id = await w.walk(stage, 'merge');
      const [one, two, three] = w.ids(await state(id), 'need');
      await does(id, 'mergeNeeds', cast.street, { needs: [one, three], ...w.need() });
      expect(await refusal(id, 'listNeeds', cast.street, { needs: [one] })).toBe('notUnsorted');
      expect(await refusal(id, 'refuseNeed', cast.street, w.because, one)).toBe('notUnsorted');
      const [wrong] = w.ids(await state(id), 'problem');
      await does(id, 'dissolveProblem', cast.street, {}, wrong);
      await does(id, 'mergeNeeds', cast.street, { needs: [one, two], ...w.need() });
      await does(id, 'refuseNeed', cast.street, w.because, three);
      const after = await does(id, 'publishProblems', cast.street);
      expect([after.step, w.standing(after, 'problem')]).toEqual(['claim', ['dissolved', 'open']]);
      expect(accountOf(after)).toMatchObject({ needs: 3, refused: 1, open: 2, twice: [], torn: [] });
      return id;
    },
  },
  {
    name: 'gives what is given back to whoever comes next, and the confirmed no more',
    kept: 'quarter-given-back',
    async tell(stage) {
      const { cast, does, refusal } = stage;
      const id = await published(stage, ['housing.lift', 'roads.hole', 'roads.lamp']);
      const [lift = '', hole = '', lamp] = w.ids(await stage.state(id), 'problem');
      await does(id, 'claimProblem', cast.housing, {}, lift);
      expect(await refusal(id, 'claimProblem', cast.transport, {}, lift)).toBe('claimedByAnother');
      expect(await refusal(id, 'claimProblem', cast.housing, {}, lift)).toBe('claimedByYou');
      expect(await refusal(id, 'claimProblem', cast.housing, {}, hole)).toBe('outsidePowers');
      expect(await refusal(id, 'giveBackClaim', cast.transport, {}, lift)).toBe('notYourClaim');
      await does(id, 'giveBackClaim', cast.housing, {}, lift);
      const window = w.taskOf(await stage.state(id), 'claim', stage.town.unit('housing'));
      expect(await refusal(id, 'confirmClaims', cast.housing, {}, window)).toBe('tooFewClaims');
      await does(id, 'claimProblem', cast.housing, {}, lift);
      await does(id, 'confirmClaims', cast.housing, {}, window);
      expect(await refusal(id, 'giveBackClaim', cast.housing, {}, lift)).toBe('claimsConfirmed');
      await does(id, 'claimProblem', cast.transport, {}, hole);
      await does(id, 'claimProblem', cast.transport, {}, lamp);
      const own = w.taskOf(await stage.state(id), 'claim', stage.town.unit('transport'));
      const after = await does(id, 'confirmClaims', cast.transport, {}, own);
      expect([after.step, after.facts['claimedTooFew']]).toEqual(['meeting', []]);
      expect(
        await refusal(id, 'assignProblem', cast.street, { unit: cast.housing.unit, ...w.because }, hole),
      ).toBe('claimedByAnother');
      return id;
    },
  },
  {
    name: 'leaves nothing undecided at the meeting: assigned, deferred or refused, and to nobody too much',
    kept: 'quarter-meeting',
    async tell(stage) {
      const { cast, does, refusal, town } = stage;
      const id = await published(stage, Array<string>(6).fill('housing.lift'));
      const problems = w.ids(await stage.state(id), 'problem');
      await Promise.all(problems.slice(0, 3).map((one) => does(id, 'claimProblem', cast.housing, {}, one)));
      expect(await refusal(id, 'claimProblem', cast.housing, {}, problems[3])).toBe('mostClaimed');
      await stage.skip(id, 9 * w.DAY);
      const to = (unit: string) => ({ unit: town.unit(unit), ...w.because });
      expect(await refusal(id, 'assignProblem', cast.street, to('housing'), problems[3])).toBe('mostClaimed');
      expect(await refusal(id, 'assignProblem', cast.street, to('community'), problems[3])).toBe('noMember');
      expect(await refusal(id, 'concludeMeeting', cast.street, w.meeting(stage))).toBe('problemsUndecided');
      await does(id, 'assignProblem', cast.street, to('transport'), problems[3]);
      await does(id, 'deferProblem', cast.street, w.because, problems[4]);
      await does(id, 'refuseProblem', cast.street, w.because, problems[5]);
      const after = await does(id, 'concludeMeeting', cast.street, w.meeting(stage));
      expect(after.step).toBe('service');
      expect(accountOf(after)).toMatchObject({ needs: 6, open: 4, carriedOver: 1, refused: 1, mostHeld: 3 });
      return id;
    },
  },
  {
    name: 'does not ask a member that is away',
    async tell(stage) {
      const { cast, does, refusal, town } = stage;
      const id = await w.walk(stage, 'merge');
      const [, member] = w.ids(await stage.state(id), 'member');
      const year = new Date().getUTCFullYear();
      const away = { from: `${year}-01-01`, until: `${year + 1}-12-31` };
      await does(id, 'awayOfMember', cast.street, away, member);
      await w.carryOn(stage, id, 'merge', 'claim');
      const windows = openTasks(await stage.state(id)).map(({ performer }) => performer.unit);
      expect(windows).toEqual([town.unit('housing')]);
      const [, hole] = w.ids(await stage.state(id), 'problem');
      expect(await refusal(id, 'claimProblem', cast.transport, {}, hole)).toBe('notMember');
      await w.carryOn(stage, id, 'claim', 'meeting');
      const to = { unit: town.unit('transport'), ...w.because };
      expect(await refusal(id, 'assignProblem', cast.street, to, hole)).toBe('memberAway');
      return id;
    },
  },
  {
    name: 'ends with the quarter: what is not done carries over, what is being checked may still be done',
    kept: 'quarter-carried-over',
    async tell(stage) {
      const id = await w.walk(stage, 'carryOut');
      await stage.relayed();
      const before = await stage.state(id);
      const [housing, transport] = ['housing', 'transport'].map((unit) =>
        w.problemOf(before, stage.town.unit(unit)),
      );
      const [checked, unfinished] = [housing, transport].map((item) => w.taskFor(before, item ?? ''));
      await stage.does(checked ?? '', 'submitDone', stage.cast.housing, w.done);
      await toEnd(stage, id);
      const state = await stage.state(id);
      expect(w.standing(state, 'problem')).toEqual(['open', 'carriedOver']);
      expect((await stage.state(unfinished ?? '')).ending).toBe('carriedOver');
      await stage.does(checked ?? '', 'confirmDone', stage.cast.clerk);
      await stage.relayed();
      const after = await stage.state(id);
      expect([after.step, w.standing(after, 'need')]).toEqual(['report', ['done', 'done', 'carriedOver']]);
      const closed = await stage.does(id, 'signReport', stage.cast.street);
      expect(accountOf(closed)).toEqual({
        ...whole,
        needs: 3,
        done: 2,
        carriedOver: 1,
        refused: 0,
        mostHeld: 1,
      });
      expect(claimedIn(closed, transport ?? '')).toBe(stage.town.unit('transport'));
      return id;
    },
  },
  {
    name: 'carries over what nobody was named for, and what is sent back after its end',
    kept: 'quarter-unnamed',
    async tell(stage) {
      const id = await w.walk(stage, 'service');
      await w.listServices(stage, id, 'housing');
      await stage.relayed();
      const task = w.taskFor(
        await stage.state(id),
        w.problemOf(await stage.state(id), stage.town.unit('housing')),
      );
      await stage.does(task, 'submitDone', stage.cast.housing, w.done);
      await toEnd(stage, id);
      await stage.does(task, 'sendTaskBack', stage.cast.clerk, w.because);
      await stage.relayed();
      const state = await stage.state(id);
      expect([state.step, w.standing(state, 'problem')]).toEqual(['report', ['carriedOver', 'carriedOver']]);
      expect((await stage.state(task)).ending).toBe('carriedOver');
      return id;
    },
  },
  {
    name: 'is ended early by the subdistrict, and hears of a task that was given back',
    kept: 'quarter-ended-early',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await w.walk(stage, 'carryOut');
      await stage.relayed();
      const task = w.taskFor(
        await stage.state(id),
        w.problemOf(await stage.state(id), stage.town.unit('housing')),
      );
      await does(task, 'askReturn', cast.housing, { reason: 'notOurs', ...w.because });
      expect((await does(task, 'grantReturn', cast.street, w.because)).ending).toBe('failed');
      await stage.relayed();
      expect(w.standing(await stage.state(id), 'problem')).toEqual(['carriedOver', 'open']);
      await does(id, 'carryOverRest', cast.street, w.because);
      await stage.relayed();
      expect((await stage.state(id)).step).toBe('report');
      return id;
    },
  },
  {
    name: 'hands on to the next: what is decided comes with it, what is not comes when it is, each once and marked',
    kept: 'quarter-next',
    async tell(stage) {
      const { cast, does } = stage;
      const old = await w.walk(stage, 'carryOut');
      await stage.relayed();
      const [lift, , hole] = itemsOf(await stage.state(old), 'need');
      const carried = [lift, hole].map((item) => ({
        ...{ place: item?.facts['place'], words: item?.facts['words'], kind: item?.facts['kind'] },
        ...{ from: { process: old, item: item?.id }, times: 1, isOpen: true },
      }));
      const id = await w.open(stage, { carried: JSON.parse(JSON.stringify(carried)) });
      await stage.relayed();
      expect(itemsOf(await stage.state(id), 'need')).toEqual([]);
      await does(old, 'carryOverRest', cast.street, w.because);
      await stage.relayed();
      await stage.relayed();
      const needs = itemsOf(await stage.state(id), 'need').map(({ facts }) => facts);
      expect(needs.map(({ origin, times }) => [origin, times])).toEqual([
        ['carried', 1],
        ['carried', 1],
      ]);
      const [first] = needs;
      const again = { ...first, times: 0 };
      const { seq } = await does(id, 'carryIn', cast.system, again);
      expect(itemsOf(await stage.state(id), 'need')).toHaveLength(2);
      expect((await stage.state(id)).seq).toBe(seq);
      return id;
    },
  },
];
