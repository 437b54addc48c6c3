// The branches of a whistle, each told to its end on the real server.
import { calledIn } from '../../../workflows/processes/whistle/rules.ts';
import type { Story } from '../../process/branches/story.ts';
import type { Stage } from '../../process/stage.ts';
import { walk } from '../../process/walk.ts';
import * as w from './walk.ts';

const MINUTE = 60_000;

const facts = async (stage: Stage, id: string, unit: w.Called) => {
  const state = await stage.state(id);
  const item = state.items[w.itemFor(stage, state, unit)];
  if (item === undefined) throw new Error(`no item of ${unit}`);
  return { ...calledIn(item), ending: item.ending };
};

export const stories: readonly Story[] = [
  {
    name: 'approved, answered, come, done, left and marked',
    kept: 'whistle',
    async tell(stage) {
      const { cast, does, refusal } = stage;
      const id = await w.blow(stage, 'street');
      expect(await stage.state(id)).toMatchObject({ step: 'approve', items: {} });
      const blown = await does(id, 'approveWhistle', cast.street);
      expect(Object.values(blown.items).map(({ kind }) => kind)).toEqual(['called', 'called']);
      const item = w.itemFor(stage, blown, 'housing');
      await does(id, 'answerWhistle', cast.housing, w.who, w.taskFor(blown, 'answer', item));
      expect(await facts(stage, id, 'housing')).toMatchObject({ isAnsweredInTime: true });
      await w.comes(stage, id, 'housing');
      expect(await refusal(id, 'leaveSite', cast.housing, w.deed)).toBe('jointWorkOpen');
      expect(await refusal(id, 'finishJointWork', cast.clerk, w.result)).toBe('unitsAwaited');
      // Whoever comes without an answer has answered.
      const both = await w.comes(stage, id, 'transport');
      expect(both.tasks[w.taskFor(both, 'answer', w.itemFor(stage, both, 'transport'))]?.how).toBe(
        'cancelled',
      );
      await does(id, 'recordDeed', cast.clerk, w.deed, item);
      await does(id, 'finishJointWork', cast.grid, w.result);
      await does(id, 'leaveSite', cast.housing, w.deed);
      const { ending } = await w.markAll(stage, id, 5);
      expect(ending).toBe('done');
      expect(await facts(stage, id, 'housing')).toMatchObject({ mark: 5, ending: 'timely', seenBy: 'unit' });
      return id;
    },
  },
  {
    name: 'not approved: it ends with the reasons',
    kept: 'whistle-refused',
    async tell(stage) {
      const id = await w.blow(stage, 'joint');
      expect((await stage.does(id, 'refuseWhistle', stage.cast.street, w.because)).ending).toBe('refused');
      return id;
    },
  },
  {
    name: 'an emergency: each has its own clock, late and absent are told apart, and a card that was wrong is lifted',
    kept: 'whistle-emergency',
    async tell(stage) {
      const { cast, does, refusal } = stage;
      const id = await w.blow(stage);
      const state = await stage.state(id);
      expect(state.step).toBe('report');
      const ladders = new Set(Object.values(state.clocks).map(({ ladder }) => ladder));
      expect([...ladders]).toEqual([stage.policy.ladderOf.red]);
      const [housing, transport] = [w.itemFor(stage, state, 'housing'), w.itemFor(stage, state, 'transport')];
      expect(await refusal(id, 'recordAbsence', cast.clerk, w.because, transport)).toBe('mayStillCome');
      await stage.skip(id, 40 * MINUTE);
      expect(Object.keys((await stage.state(id)).cards)).toHaveLength(4);
      // Came in time, and was written down late.
      const at = new Date(Date.parse(state.openedAt) + 20 * MINUTE).toISOString();
      await does(id, 'recordArrival', cast.clerk, { at, ...w.who }, housing);
      expect(await facts(stage, id, 'housing')).toMatchObject({
        arrivedAt: at,
        isTimely: true,
        seenBy: 'caller',
      });
      const lifted = Object.values((await stage.state(id)).cards).filter(
        ({ liftedAt }) => liftedAt !== undefined,
      );
      expect(lifted).toMatchObject([{ unit: stage.town.unit('housing'), liftedReason: 'actedBefore' }]);
      await does(id, 'recordAbsence', cast.clerk, w.because, transport);
      await does(id, 'finishJointWork', cast.clerk, w.result);
      expect((await w.markAll(stage, id, 1)).ending).toBe('done');
      expect(await facts(stage, id, 'transport')).toMatchObject({
        isAbsent: true,
        ending: 'absent',
        mark: 1,
      });
      return id;
    },
  },
  {
    name: 'it says that it has come, and nobody has seen it: absent, until the caller sees it, late',
    kept: 'whistle-unseen',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await w.blow(stage, 'emergency', ['housing']);
      await w.comes(stage, id, 'housing');
      const absent = await does(id, 'recordAbsence', cast.clerk, w.because, 'i1');
      expect(absent.tasks[w.taskFor(absent, 'onSite')]?.how).toBe('cancelled');
      await stage.skip(id, 50 * MINUTE);
      const at = (await stage.timeIn(id)).toISOString();
      const state = await does(id, 'recordArrival', cast.clerk, { at, ...w.who }, 'i1');
      expect(state.tasks[w.taskFor(state, 'onSite')]?.status).toBe('open');
      await does(id, 'finishJointWork', cast.clerk, w.result);
      await w.markAll(stage, id, 2);
      expect(await facts(stage, id, 'housing')).toMatchObject({ isAbsent: false, ending: 'late', mark: 2 });
      return id;
    },
  },
  {
    name: 'who is not needed is let go unmarked; and as long as nobody has come, all of it is taken back',
    kept: 'whistle-withdrawn',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await w.blow(stage);
      const state = await does(id, 'excuseUnit', cast.clerk, w.because, 'i2');
      expect(state.items['i2']?.ending).toBe('excused');
      const asked = Object.values(state.tasks).filter(({ item }) => item === 'i2');
      expect(asked.map(({ how }) => how)).toEqual(['excused', 'excused']);
      expect((await does(id, 'withdrawWhistle', cast.clerk, w.because)).ending).toBe('withdrawn');
      return id;
    },
  },
  {
    name: 'blown for a matter in hand: its end and the marks are noted there',
    kept: 'whistle-of-a-matter',
    async tell(stage) {
      const { cast, does, town } = stage;
      const matter = await walk(stage, 'handle');
      const { units, words, ground } = w.call(stage, 'joint', ['transport']);
      const { begun } = await does(matter, 'blowWhistle', cast.housing, { units, words, ground });
      expect(begun).toMatchObject([{ process: 'whistle' }]);
      await stage.relayed();
      const id = begun[0]?.id ?? '';
      // A department leads: the district’s supervisors stand above it.
      await does(id, 'approveWhistle', cast.supervisor);
      await w.comes(stage, id, 'transport');
      await does(id, 'finishJointWork', cast.housing, w.result);
      const task = w.taskFor(await stage.state(id), 'mark');
      await does(id, 'markDepartment', cast.housing, w.marked(4), task);
      await stage.relayed();
      expect((await stage.state(matter)).facts['follower']).toEqual({
        ...{ process: id, ending: 'done' },
        marks: [{ unit: town.unit('transport'), coming: 'timely', mark: 4 }],
      });
      return id;
    },
  },
];
