// Raised once, solved, measured, watched; and the ways back and out.
import { dueAt } from '../../../workflows/rules/term.ts';
import { COMMUNITY, DISTRICT, ESTATE } from '../../prisma/small-town.ts';
import type { Story } from '../../process/branches/story.ts';
import type { Stage } from '../../process/stage.ts';
import * as session from '../station-session/walk.ts';
import * as w from './walk.ts';

const heardBy = async (stage: Stage, id: string) =>
  (await stage.happened(id, 'messageSent')).map(({ to, act, input }) => [
    to,
    act,
    input['item'],
    input['facts'],
  ]);

const endings = async (stage: Stage, id: string) =>
  Object.values((await stage.state(id)).items).map(({ ending }) => ending);

const other = '01900000-0000-7000-8000-000000000001';

/** A session whose one item was raised, and the problem that it became, seen in one more place. */
async function raised(stage: Stage): Promise<[session: string, problem: string]> {
  const alike = [`${other}.i4@${COMMUNITY}`];
  const id = await session.walk(stage, 'handle', [{ grade: 'common', name: 'w:0:1', more: { alike } }]);
  await stage.relayed();
  return [id, session.itemIn(await stage.state(id), 'i1').said.course?.process ?? ''];
}

export const stories: readonly Story[] = [
  {
    name: 'raised by a session: those who raised it hear that it is solved, and it is watched to its end',
    kept: 'problem-solved',
    async tell(stage) {
      const [id, problem] = await raised(stage);
      const { items, facts } = await stage.state(problem);
      expect(Object.values(items).map(({ facts: seen }) => seen)).toEqual([
        { process: id, item: 'i1', place: ESTATE, kind: 'housing.lift' },
        { process: other, item: 'i4', place: COMMUNITY, kind: 'housing.lift' },
      ]);
      expect(facts['parent']).toEqual({ process: id, item: 'i1' });
      await w.carryOn(stage, problem, 'confirm', 'watch');
      await stage.relayed();
      const { items: said, step } = await stage.state(id);
      expect([step, said['i1']?.facts['course']]).toEqual([
        'feedBack',
        expect.objectContaining({ process: problem, ending: 'solved', result: 'w:0:1', measure: 'w:0:2' }),
      ]);
      const { dueAt: until, startedAt } = await stage.clock(problem, 'watch');
      expect(until).toBe(dueAt(new Date(startedAt), '3mo-eod', stage.time).at.toISOString());
      await stage.skipTo(problem, until);
      await stage.relayed();
      expect([(await stage.state(problem)).ending, (await stage.state(id)).step]).toEqual([
        'solved',
        'feedBack',
      ]);
      expect((await heardBy(stage, problem)).map(([to, act]) => [to, act])).toEqual([
        [id, 'hear'],
        [other, 'hear'],
        [id, 'hear'],
      ]);
      return problem;
    },
  },
  {
    name: 'refused with reasons: whoever raised it hears that, each once',
    kept: 'problem-refused',
    async tell(stage) {
      const [id, problem] = await raised(stage);
      const after = await stage.does(problem, 'refuseCommon', stage.cast.supervisor, w.because);
      expect([after.ending, await endings(stage, problem)]).toEqual(['refused', ['refused', 'refused']]);
      expect((await heardBy(stage, problem)).map(([to]) => to)).toEqual([other, id]);
      await stage.relayed();
      expect((await stage.task(id, 'regrade')).status).toBe('open');
      return problem;
    },
  },
  {
    name: 'merged: the other one takes over what was seen, and the session follows it there',
    kept: 'problem-merged',
    async tell(stage) {
      const into = await w.walk(stage, 'solve');
      const [id, problem] = await raised(stage);
      await stage.does(problem, 'mergeProblem', stage.cast.supervisor, { into });
      await stage.relayed();
      const seen = Object.values((await stage.state(into)).items).flatMap(
        ({ facts }) => facts['process'] ?? [],
      );
      expect(seen.sort()).toEqual([id, other].sort());
      const waiting = session.itemIn(await stage.state(id), 'i1').said;
      expect([waiting.stage, waiting.course]).toEqual(['handle', { process: into }]);
      await w.carryOn(stage, into, 'solve', 'watch');
      await stage.relayed();
      expect(session.itemIn(await stage.state(id), 'i1').said).toMatchObject({
        stage: 'feedBack',
        course: { process: into, ending: 'solved' },
      });
      return problem;
    },
  },
  {
    name: 'seen again while it is watched: it has come back, is solved anew, and the one who saw it hears that too',
    kept: 'problem-recurred',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await w.walk(stage, 'watch');
      const problem = { grade: 'common', name: 'w:0:1', more: { problem: id } } as const;
      const later = await session.walk(stage, 'handle', [problem]);
      await stage.relayed();
      const back = await stage.state(id);
      expect([back.step, back.facts['recurrences'], (await stage.task(id, 'watch')).how]).toEqual([
        'solve',
        1,
        'cancelled',
      ]);
      await w.carryOn(stage, id, 'solve', 'watch');
      await stage.relayed();
      expect((await stage.state(later)).step).toBe('feedBack');
      const again = await does(id, 'reportRecurrence', cast.supervisor, { place: COMMUNITY });
      expect([again.step, again.facts['recurrences']]).toEqual(['solve', 2]);
      return w.carryOn(stage, id, 'solve', 'solved');
    },
  },
  {
    name: 'what is said twice is one sighting',
    async tell(stage) {
      const id = await w.walk(stage, 'solve');
      const seen = { process: other, item: 'i1', place: COMMUNITY, kind: 'housing.lift' };
      await stage.does(id, 'joinProblem', stage.cast.system, seen);
      const { seq } = await stage.state(id);
      expect((await stage.does(id, 'joinProblem', stage.cast.system, seen)).seq).toBe(seq);
      return id;
    },
  },
  {
    name: 'given back, it is assigned anew; given back as often as the policy allows, the assignment binds',
    kept: 'problem-returned',
    async tell(stage) {
      const { cast, does, refusal, policy } = stage;
      const id = await w.walk(stage, 'solve');
      const back = { reason: 'notOurs', ...w.because };
      for (let turn = 0; turn < policy.limits.returns; turn += 1) {
        await does(id, 'askReturn', cast.housing, back);
        expect((await does(id, 'grantReturn', cast.supervisor, w.because)).step).toBe('assign');
        await does(id, 'assignProblem', cast.supervisor, w.assignment(stage));
      }
      expect(await refusal(id, 'askReturn', cast.housing, back)).toBe('dispatchIsBinding');
      await does(id, 'askReassignment', cast.housing, { unit: stage.town.unit('transport'), ...w.because });
      await does(id, 'grantReassignment', cast.supervisor, w.because);
      expect((await stage.state(id)).facts['unit']).toBe(stage.town.unit('transport'));
      expect((await does(id, 'submitSolution', cast.transport, w.solution)).step).toBe('measure');
      return id;
    },
  },
  {
    name: 'extended by the supervisors, and a measure that does not last is written again',
    kept: 'problem-sent-back',
    async tell(stage) {
      const { cast, does, refusal } = stage;
      const id = await w.walk(stage, 'solve');
      await does(id, 'noteProgress', cast.housing, { words: 'w:0:3' });
      await does(id, 'askExtension', cast.housing, { length: '10d', ...w.because });
      await does(id, 'grantExtension', cast.supervisorHead, w.because);
      await w.carryOn(stage, id, 'solve', 'check');
      expect(await refusal(id, 'acceptMeasure', cast.housing)).toBe('notPerformer');
      await does(id, 'sendBack', cast.supervisor, w.because);
      expect(await stage.task(id, 'measure')).toMatchObject({ status: 'open' });
      return w.carryOn(stage, id, 'measure', 'watch');
    },
  },
  {
    name: 'raised by whoever oversees several places, and by nobody else',
    kept: 'problem-raised',
    async tell(stage) {
      const { cast } = stage;
      const form = { words: 'w:0:0', kind: 'housing.lift', place: COMMUNITY, second: ESTATE };
      await expect(
        stage.enter('common-problem', 'raiseCommonProblem', cast.clerk, form),
      ).rejects.toMatchObject({
        code: 'notRaiser',
      });
      const id = await stage.enter('common-problem', 'raiseCommonProblem', cast.street, form);
      const { place, items } = await stage.state(id);
      expect([place, Object.keys(items)]).toEqual([DISTRICT, ['i1', 'i2']]);
      return w.carryOn(stage, id, 'confirm', 'solve');
    },
  },
];
