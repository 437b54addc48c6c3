// Branches of a claimed task: told on the real server to their end, or to where they are clear.
import { expect } from '@jest/globals';
import { remaining } from '../../../workflows/rules/clock.ts';
import type { Story } from '../../process/branches/story.ts';
import type { Stage } from '../../process/stage.ts';
import { idOf } from '../begun.ts';
import { COMMUNITY } from '../../prisma/small-town.ts';
import * as w from './walk.ts';

/** What was last said to another process. */
async function said(stage: Stage, id: string, to: string): Promise<unknown> {
  const messages = await stage.happened(id, 'messageSent');
  return messages.findLast((message) => message.to === to)?.input;
}

export const stories: readonly Story[] = [
  {
    name: 'is done and confirmed: the quarter, and the ledger that it served, hear when and that it was in time',
    kept: 'claim-task-done',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await w.submitted(stage, { livelihood: idOf(81) });
      const { doneAt } = await stage.task(id, 'serve');
      expect((await does(id, 'confirmDone', cast.clerk)).ending).toBe('done');
      const facts = { ending: 'done', unit: stage.town.unit('housing'), doneAt, isTimely: true };
      expect(await said(stage, id, w.QUARTER)).toEqual({ process: id, item: 'i5', what: 'ended', facts });
      expect(await said(stage, id, idOf(81))).toEqual({ process: id, what: 'ended', facts });
      return id;
    },
  },
  {
    name: 'is reported on at the dates that are named, the first by the policy, as long as the work is not due before',
    kept: 'claim-task-progress',
    async tell(stage) {
      const { cast, does, refusal } = stage;
      const id = await w.open(stage);
      expect(w.waiting(await stage.state(id))).toEqual(['serve', 'progress']);
      expect((await stage.clock(id, 'progress')).term).toBe('15d-eod');
      const past = { ...w.progress, nextOn: w.inDays(0) };
      expect(await refusal(id, 'reportProgress', cast.housing, past)).toBe('dayPast');
      await does(id, 'reportProgress', cast.housing, { ...w.progress, nextOn: w.inDays(20) });
      expect((await stage.clock(id, 'progress')).term).toBe('20d-eod');
      const last = await does(id, 'reportProgress', cast.housing, { ...w.progress, nextOn: w.inDays(50) });
      expect(w.waiting(last)).toEqual(['serve']);
      return id;
    },
  },
  {
    name: 'is sent back by one of those who asked: the clock runs on with what was left when it was submitted',
    kept: 'claim-task-sent-back',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await w.submitted(stage, { communities: [COMMUNITY, w.OTHER] });
      const before = await stage.clock(id, 'serve');
      expect(w.waiting(await stage.state(id))).toEqual(['check', 'check']);
      await stage.skip(id, w.DAY);
      const after = await does(id, 'sendTaskBack', cast.clerk, w.because);
      expect(w.waiting(after)).toEqual(['serve', 'progress']);
      const again = await stage.clock(id, 'serve');
      const at = (clock: typeof again) => new Date(clock.stoppedAt ?? clock.pauses.at(-1)?.until ?? '');
      expect(remaining(again, at(again), stage.time)).toBe(remaining(before, at(before), stage.time));
      await does(id, 'submitDone', cast.housing, w.done);
      const checks = Object.values((await stage.state(id)).tasks).filter(
        ({ kind, status }) => kind === 'check' && status === 'open',
      );
      expect(checks.map(({ performer }) => performer.place)).toEqual([COMMUNITY, w.OTHER]);
      await does(id, 'confirmDone', cast.strangeClerk, {}, checks[1]?.id);
      expect((await does(id, 'confirmDone', cast.clerk, {}, checks[0]?.id)).ending).toBe('done');
      return id;
    },
  },
  {
    name: 'is given back: it has failed, and the quarter hears of it',
    kept: 'claim-task-returned',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await w.open(stage);
      await does(id, 'askReturn', cast.housing, { reason: 'overlap', ...w.because });
      expect((await does(id, 'grantReturn', cast.street, w.because)).ending).toBe('failed');
      expect(await said(stage, id, w.QUARTER)).toMatchObject({ facts: { ending: 'failed' } });
      return id;
    },
  },
  {
    name: 'is reassigned: another unit goes on to the same day, and is never its own judge',
    kept: 'claim-task-reassigned',
    async tell(stage) {
      const { cast, does, refusal, town } = stage;
      const id = await w.open(stage);
      const { dueAt } = await stage.clock(id, 'serve');
      await does(id, 'askReassignment', cast.housing, { unit: town.unit('community'), ...w.because });
      await does(id, 'grantReassignment', cast.street, w.because);
      expect((await stage.clock(id, 'serve')).dueAt).toBe(dueAt);
      expect(await refusal(id, 'submitDone', cast.housing, w.done)).toBe('notPerformer');
      await does(id, 'submitDone', cast.clerk, w.done);
      expect(await refusal(id, 'confirmDone', cast.clerk)).toBe('notPerformer');
      expect((await does(id, 'confirmDone', cast.standIn)).ending).toBe('done');
      expect(await said(stage, id, w.QUARTER)).toMatchObject({ facts: { unit: town.unit('community') } });
      return id;
    },
  },
  {
    name: 'is extended once by the subdistrict, a second time by the district',
    kept: 'claim-task-extended',
    async tell(stage) {
      const { cast, does, refusal } = stage;
      const id = await w.open(stage);
      const { dueAt } = await stage.clock(id, 'serve');
      await does(id, 'askExtension', cast.housing, { length: '2d', ...w.because });
      await does(id, 'grantExtension', cast.street, w.because);
      const once = await stage.clock(id, 'serve');
      expect(Date.parse(once.dueAt) - Date.parse(dueAt)).toBe(2 * w.DAY);
      await does(id, 'askExtension', cast.housing, { length: '2d', ...w.because });
      expect(await refusal(id, 'grantExtension', cast.street, w.because)).toBe('notPerformer');
      await does(id, 'grantExtension', cast.supervisor, w.because);
      return id;
    },
  },
  {
    name: 'climbs its ladder when it is late, tells the quarter, and is done late',
    kept: 'claim-task-late',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await w.open(stage, { dueOn: w.inDays(1) });
      await stage.skip(id, 12 * w.DAY);
      const levels = Object.values((await stage.state(id)).cards).map(({ level }) => level);
      expect(levels).toEqual(expect.arrayContaining(['yellow', 'red', 'letter']));
      expect(await said(stage, id, w.QUARTER)).toMatchObject({ what: 'late' });
      await does(id, 'submitDone', cast.housing, w.done);
      await does(id, 'confirmDone', cast.clerk);
      expect(await said(stage, id, w.QUARTER)).toMatchObject({ facts: { ending: 'done', isTimely: false } });
      return id;
    },
  },
  {
    name: 'carries over when its quarter is over, but not while it is being checked',
    kept: 'claim-task-carried-over',
    async tell(stage) {
      const { cast, does } = stage;
      const carried = await w.open(stage);
      expect((await w.quarterOver(stage, carried)).ending).toBe('carriedOver');
      const checked = await w.submitted(stage);
      await w.quarterOver(stage, checked);
      expect((await does(checked, 'confirmDone', cast.clerk)).ending).toBe('done');
      const id = await w.submitted(stage);
      await w.quarterOver(stage, id);
      expect((await does(id, 'sendTaskBack', cast.clerk, w.because)).ending).toBe('carriedOver');
      return id;
    },
  },
  {
    name: 'is checked by the subdistrict where that asked itself, and has the policy’s term where no day was named',
    kept: 'claim-task-of-the-street',
    async tell(stage) {
      const { cast, does, refusal } = stage;
      const id = await w.open(stage, { communities: [], dueOn: null });
      expect((await stage.clock(id, 'serve')).term).toBe('1mo-eod');
      await does(id, 'submitDone', cast.housing, w.done);
      expect(await refusal(id, 'confirmDone', cast.clerk)).toBe('notPerformer');
      expect((await does(id, 'confirmDone', cast.street)).ending).toBe('done');
      return id;
    },
  },
];
