// Steps 4 and 5: told, rated, called back, handled again, and what the superior does when nothing helps.
import { SixStepFacts } from '../../../workflows/processes/six-step/contract.ts';
import { dueAt } from '../../../workflows/rules/term.ts';
import type { Stage } from '../stage.ts';
import { because, carryOn, satisfied, told, toSuperior, unsolved, walk } from '../walk.ts';
import type { Story } from './story.ts';

const factsOf = async (stage: Stage, id: string) => SixStepFacts.parse((await stage.state(id)).facts);

/** Nobody rates until the window is closed. */
async function silent(stage: Stage): Promise<string> {
  const id = await walk(stage, 'rate');
  await stage.skipTo(id, (await stage.clock(id, 'rate')).dueAt);
  return id;
}

const lines = async (stage: Stage, id: string) =>
  (await factsOf(stage, id)).score?.lines.map(({ reason, times }) => [reason, times]);

export const ratings: readonly Story[] = [
  {
    name: 'answered by phone: somebody calls before it goes on, and notes what was said',
    kept: 'told-by-phone',
    async tell(stage) {
      const id = await walk(stage, 'tell', { intake: { answerBy: 'phone' } });
      expect((await stage.state(id)).step).toBe('feedBack');
      const after = await stage.does(id, 'confirmTold', stage.cast.clerkB, told);
      expect([after.step, (await stage.task(id, 'tell')).form]).toEqual(['evaluate', told]);
      return id;
    },
  },
  {
    name: 'nobody answers the phone: it goes on, and the window for the rating is open all the same',
    async tell(stage) {
      const id = await walk(stage, 'tell', { intake: { answerBy: 'visit' } });
      await stage.does(id, 'reportUnreachable', stage.cast.clerk, because);
      expect(await stage.task(id, 'rate')).toMatchObject({ status: 'open', isWindow: true });
      return id;
    },
  },
  {
    name: 'a result that could not be delivered is told by a call',
    kept: 'undelivered',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await walk(stage, 'rate', { intake: { answerBy: 'email' } });
      const lost = { matter: id, what: 'result', channel: 'email' };
      await does(id, 'reportUndelivered', cast.system, lost);
      const { tasks } = await does(id, 'reportUndelivered', cast.system, lost);
      expect(Object.values(tasks).filter(({ kind }) => kind === 'tell')).toHaveLength(1);
      await does(id, 'confirmTold', cast.clerk, told);
      return carryOn(stage, id, 'rate', 'closed');
    },
  },
  {
    name: 'silence is no rating: a clerk of another unit calls, and what is said counts',
    kept: 'called-back',
    async tell(stage) {
      const id = await silent(stage);
      expect((await stage.task(id, 'rate')).how).toBe('expired');
      await stage.does(id, 'recordCallBack', stage.cast.caller, satisfied);
      const { ratings: said } = await factsOf(stage, id);
      expect(said).toEqual([
        { matter: id, isValid: true, contacted: true, solved: true, satisfaction: 'satisfied' },
      ]);
      return id;
    },
  },
  {
    name: 'no valid call-back: not satisfied and not dissatisfied, and no point is taken for it',
    async tell(stage) {
      const id = await silent(stage);
      await stage.does(id, 'reportNoAnswer', stage.cast.caller, because);
      expect((await factsOf(stage, id)).ratings).toEqual([{ matter: id, isValid: false }]);
      expect(await lines(stage, id)).toEqual([]);
      return id;
    },
  },
  {
    name: 'unsolved, says the call-back: handled again on a clock of its own, and both clocks are kept',
    kept: 'handled-again',
    async tell(stage) {
      const id = await silent(stage);
      const first = await stage.clock(id, 'handle');
      expect((await stage.does(id, 'recordCallBack', stage.cast.caller, unsolved)).step).toBe('handle');
      const second = await stage.clock(id, 'handle');
      expect(second.dueAt).toBe(dueAt(new Date(second.startedAt), '5wd-eod', stage.time).at.toISOString());
      expect((await stage.state(id)).clocks[first.id]).toMatchObject({
        state: 'stopped',
        stoppedAt: first.stoppedAt,
      });
      await carryOn(stage, id, 'handle', 'score');
      expect(await lines(stage, id)).toEqual([['rehandlings', 1]]);
      return carryOn(stage, id, 'score', 'closed');
    },
  },
  {
    name: 'unsolved as often as the policy allows: the superior orders it again, and in the end closes with reasons',
    kept: 'superior',
    async tell(stage) {
      const { cast, does, refusal, town } = stage;
      const id = await toSuperior(stage);
      const again = { lead: town.unit('transport'), helpers: [town.unit('housing')] };
      expect((await does(id, 'orderAgain', cast.street, again)).step).toBe('handle');
      const grounds = { reason: 'notOurs', ...because };
      expect(await refusal(id, 'askReturn', cast.transport, grounds)).toBe('dispatchIsBinding');
      expect((await stage.clock(id, 'assist')).term).toBe('5wd-eod');
      await does(id, 'submitPart', cast.housing, { result: 'w:0:0' });
      await does(id, 'submitResult', cast.transport, { result: 'w:0:0' });
      await does(id, 'acceptResult', cast.clerk);
      await does(id, 'rateResult', cast.reporter(id), unsolved);
      await does(id, 'closeWithReasons', cast.street, because);
      const whats = (await stage.happened(id, 'told')).map(({ what }) => what);
      expect(whats.at(-1)).toBe('closedWithReasons');
      expect(await lines(stage, id)).toEqual([
        ['rehandlings', 3],
        ['ratedUnsolved', 1],
      ]);
      expect((await does(id, 'acceptScore', cast.transport)).ending).toBe('closed');
      return id;
    },
  },
  {
    name: 'a superior that has handled it itself does not judge itself: the head above stands in',
    async tell(stage) {
      const { cast, does, refusal, town } = stage;
      const id = await toSuperior(stage, { triage: { lead: town.unit('subdistrict') }, handler: 'street' });
      expect(await refusal(id, 'closeWithReasons', cast.street, because)).toBe('notPerformer');
      expect(await refusal(id, 'closeWithReasons', cast.streetHead, because)).toBe('notPerformer');
      expect((await does(id, 'closeWithReasons', cast.standIn, because)).step).toBe('assess');
      return id;
    },
  },
];
