// What becomes of the things said: settled, merged, split, a matter, a common problem, unsolved.
import { threeLists } from '../../../workflows/processes/station-session/contract.ts';
import type { Story } from '../../process/branches/story.ts';
import type { Stage } from '../../process/stage.ts';
import { carryOn, triage } from '../../process/walk.ts';
import * as w from './walk.ts';

const DAY = 86_400_000;

const tasksOf = async (stage: Stage, id: string, ...kinds: string[]) =>
  Object.values((await stage.state(id)).tasks)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, item, outcome, how, status }) => [kind, item, outcome ?? how ?? status]);

/** Told, called back, and the receiver content. */
async function toEnd(stage: Stage, id: string, judgement: object = w.satisfied): Promise<void> {
  const { cast, does } = stage;
  await does(id, 'confirmTold', cast.clerk, w.told);
  await does(id, 'recordCallBack', cast.caller, judgement);
}

async function close(stage: Stage, id: string): Promise<string> {
  await stage.does(id, 'acknowledgeResult', stage.cast.deputy);
  const { ending } = await stage.does(id, 'scoreSession', stage.cast.deputy, { points: 90 });
  expect(ending).toBe('closed');
  return id;
}

const heardOf = (stage: Stage, id: string, item: string, what: string, facts: object) => async () => {
  const process = w.itemIn(await stage.state(id), item).said.course?.process;
  return stage.does(id, 'hear', stage.cast.system, { process, item, what, facts });
};

export const courses: readonly Story[] = [
  {
    name: 'settled on the spot, told, rated: scored for the unit that did it, and for the station',
    kept: 'session-spot',
    async tell(stage) {
      const { cast, does, town } = stage;
      const id = await w.walk(stage, 'handle', [{ contact: 'w:0:1' }]);
      const handled = await does(id, 'submitSettlement', cast.clerk, w.settled);
      expect([handled.step, w.itemIn(handled, 'i1').said.stage]).toEqual(['feedBack', 'feedBack']);
      await toEnd(stage, id, { solved: 'yes', satisfaction: 'basically' });
      await close(stage, id);
      const after = await stage.state(id);
      expect(w.itemIn(after, 'i1')).toMatchObject({
        ending: 'done',
        said: { score: 98, unit: town.unit('community'), result: 'w:0:2', rehandlings: 0 },
      });
      expect(after.facts).toMatchObject({ score: 98, points: 90 });
      return id;
    },
  },
  {
    name: 'silence is no rating, and holds nothing up for longer than the window',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await w.walk(stage, 'announce');
      await does(id, 'bookVisit', cast.stranger, w.booking);
      await does(id, 'beginReception', cast.clerk);
      await does(id, 'hearBooking', cast.deputy, { kind: 'housing.lift', words: 'w:0:7' }, 'i1');
      await does(id, 'concludeSession', cast.clerk);
      await w.carryOn(stage, id, 'collate', 'handle');
      await does(id, 'submitSettlement', cast.clerk, w.settled);
      await does(id, 'reportUnreachable', cast.clerk, w.because);
      await stage.skip(id, 9 * DAY);
      const after = await stage.state(id);
      expect(await tasksOf(stage, id, 'learn', 'rate', 'judge')).toEqual([
        ['learn', 'i2', 'expired'],
        ['rate', 'i2', 'expired'],
        ['judge', undefined, 'expired'],
      ]);
      expect(w.itemIn(after, 'i2').said).toMatchObject({
        ...{ words: 'w:0:7', booking: 'i1', person: cast.stranger.person, score: 100 },
        judged: [{ voice: 'i2' }],
      });
      expect([after.ending, Object.keys(after.cards)]).toEqual(['closed', []]);
      return id;
    },
  },
  {
    name: 'said twice it is handled once, and both are told and asked; what was two things goes two ways',
    kept: 'session-merged-and-split',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await w.walk(stage, 'register');
      for (const contact of ['w:0:1', 'w:0:2', 'w:0:3'])
        await does(id, 'registerItem', cast.clerk, { ...w.said, contact });
      await does(id, 'concludeSession', cast.clerk);
      await does(id, 'mergeItem', cast.clerk, { into: 'i1' }, 'i2');
      await does(id, 'splitItem', cast.clerk, { first: 'w:0:5', second: 'w:0:6' }, 'i3');
      await w.carryOn(stage, id, 'collate', 'handle');
      for (const [task] of [['i1'], ['i4'], ['i5']]) {
        const on = w.taskFor(await stage.state(id), 'settle', task);
        await does(id, 'submitSettlement', cast.clerk, w.settled, on);
      }
      for (let voice = 0; voice < 4; voice += 1) await does(id, 'confirmTold', cast.clerk, w.told);
      expect((await tasksOf(stage, id, 'callBack')).map(([, item]) => item)).toEqual([
        'i1',
        'i2',
        'i4',
        'i5',
      ]);
      for (let voice = 0; voice < 4; voice += 1) await does(id, 'recordCallBack', cast.caller, w.satisfied);
      const state = await stage.state(id);
      expect(Object.values(state.items).map(({ ending }) => ending)).toEqual([
        ...['done', 'merged', 'split', 'done', 'done'],
      ]);
      expect(w.itemIn(state, 'i5').said).toMatchObject({ origin: 'i3', words: 'w:0:6', contact: 'w:0:3' });
      const { problems, duties, corrections } = threeLists(state);
      expect([problems, duties, corrections].map((list) => list.map(({ item }) => item))).toEqual([
        ...[
          ['i1', 'i4', 'i5'],
          ['i1', 'i4', 'i5'],
          ['i1', 'i4', 'i5'],
        ],
      ]);
      return id;
    },
  },
  {
    name: 'each item goes its own way, and the step of the session is that of the last, and never back',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await w.walk(stage, 'handle', [{ contact: 'w:0:1' }, { contact: 'w:0:2' }]);
      const settle = async (item: string) =>
        does(id, 'submitSettlement', cast.clerk, w.settled, w.taskFor(await stage.state(id), 'settle', item));
      expect((await settle('i1')).step).toBe('handle');
      expect((await does(id, 'confirmTold', cast.clerk, w.told)).step).toBe('handle');
      expect((await does(id, 'recordCallBack', cast.caller, w.satisfied)).items['i1']?.ending).toBe('done');
      expect((await settle('i2')).step).toBe('feedBack');
      await toEnd(stage, id, w.unsolved);
      const back = await stage.state(id);
      expect([back.step, w.itemIn(back, 'i2').said.stage]).toEqual(['score', 'handle']);
      return id;
    },
  },
  {
    name: 'unsolved on the spot: graded anew as often as the policy allows, and never called done',
    kept: 'session-unsolved',
    async tell(stage) {
      const { cast, does, policy } = stage;
      const id = await w.walk(stage, 'handle', [{ contact: 'w:0:1' }]);
      for (let round = 0; round < policy.limits.rehandlings; round += 1) {
        await does(id, 'submitSettlement', cast.clerk, w.settled);
        await toEnd(stage, id, w.unsolved);
        await does(id, 'regradeItem', cast.clerk, w.graded('spot'));
      }
      await does(id, 'submitSettlement', cast.clerk, w.settled);
      await toEnd(stage, id, w.unsolved);
      const { ending, said } = w.itemIn(await stage.state(id), 'i1');
      expect([ending, said.rehandlings, said.score]).toEqual(['unsolved', 2, 65]);
      expect(threeLists(await stage.state(id)).corrections).toMatchObject([
        { standing: { zh: '未解决' }, score: 65 },
      ]);
      return id;
    },
  },
  {
    name: 'a matter of six steps is begun as such and followed: its lateness shows, its end comes back by itself',
    kept: 'session-matter',
    async tell(stage) {
      const { cast, does, town } = stage;
      const id = await w.walk(stage, 'handle', [{ grade: 'matter', contact: 'w:0:1' }]);
      await stage.relayed();
      const matter = w.itemIn(await stage.state(id), 'i1').said.course?.process ?? '';
      const { facts } = await stage.state(matter);
      expect(facts).toMatchObject({
        kind: 'housing.lift',
        way: 'station',
        parent: { process: id, item: 'i1' },
      });
      const { dueAt: due } = await stage.clock(matter, 'analyse');
      await stage.skipTo(matter, due);
      await stage.relayed();
      const late = await stage.state(id);
      expect([late.facts['late'], w.itemIn(late, 'i1').said.course]).toEqual([
        'yellow',
        { process: matter, late: 'yellow' },
      ]);
      await does(matter, 'acceptMatter', cast.clerk, triage(town.unit('housing')));
      await carryOn(stage, matter, 'ledger', 'tell');
      await does(matter, 'confirmTold', cast.clerk, w.told);
      await does(matter, 'rateResult', cast.reporter(matter), { contacted: 'yes', ...w.satisfied });
      await does(matter, 'acceptScore', cast.housing);
      expect((await stage.state(id)).step).toBe('handle');
      await stage.relayed();
      const { step, items } = await stage.state(id);
      expect([step, items['i1']?.facts['course']]).toEqual([
        'score',
        expect.objectContaining({ process: matter, ending: 'closed', late: 'yellow' }),
      ]);
      expect(await tasksOf(stage, id, 'tell')).toEqual([]); // the matter has told its reporter
      return id;
    },
  },
  {
    name: 'a matter that is not accepted ends the item as such',
    async tell(stage) {
      const id = await w.walk(stage, 'handle', [{ grade: 'matter' }]);
      await heardOf(stage, id, 'i1', 'ended', { ending: 'notAccepted' })();
      expect((await stage.state(id)).items['i1']?.ending).toBe('notAccepted');
      return id;
    },
  },
  {
    name: 'common to many places: raised to the city, and its end comes back; what it says later is not news',
    kept: 'session-common',
    async tell(stage) {
      const id = await w.walk(stage, 'handle', [{ grade: 'common', name: 'w:0:1' }]);
      const [begun] = await stage.happened(id, 'began');
      expect(begun).toMatchObject({
        process: 'common-problem',
        place: '150602',
        facts: { sightings: [{ process: id, item: 'i1' }] },
      });
      const hear = heardOf(stage, id, 'i1', 'ended', { ending: 'solved', result: 'w:0:8' });
      expect((await hear()).step).toBe('feedBack');
      const { seq } = await hear();
      await stage.does(id, 'confirmTold', stage.cast.clerk, w.told);
      const after = await stage.state(id);
      expect([after.items['i1']?.ending, after.seq > seq]).toEqual(['done', true]);
      expect(threeLists(after).corrections).toMatchObject([{ result: 'w:0:8' }]);
      return close(stage, id);
    },
  },
  {
    name: 'refused as common, or merged elsewhere: graded anew, or followed there',
    kept: 'session-not-common',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await w.walk(stage, 'handle', [{ grade: 'common' }]);
      const other = '01900000-0000-7000-8000-000000000001';
      const merged = await heardOf(stage, id, 'i1', 'ended', { ending: 'merged', goesOnIn: other })();
      expect([merged.step, w.itemIn(merged, 'i1').said.course]).toEqual(['handle', { process: other }]);
      await heardOf(stage, id, 'i1', 'ended', { ending: 'refused' })();
      const again = await does(id, 'regradeItem', cast.clerk, w.graded('spot'));
      expect(w.itemIn(again, 'i1').said).toMatchObject({ grade: 'spot', stage: 'handle', course: null });
      await does(id, 'submitSettlement', cast.clerk, w.settled);
      return close(stage, id);
    },
  },
  {
    name: 'joined to a problem that is gone: until somebody answers it can be graded otherwise',
    kept: 'session-joined',
    async tell(stage) {
      const problem = '01900000-0000-7000-8000-000000000002';
      const id = await w.walk(stage, 'handle', [{ grade: 'common', more: { problem } }]);
      expect(await stage.happened(id, 'messageSent')).toMatchObject([
        { to: problem, act: 'joinProblem', input: { process: id, item: 'i1' } },
      ]);
      await stage.relayed();
      const after = await stage.does(id, 'classifyItem', stage.cast.clerk, w.graded('matter'), 'i1');
      expect(after.begun.map(({ process }) => process)).toEqual(['six-step']);
      return id;
    },
  },
];
