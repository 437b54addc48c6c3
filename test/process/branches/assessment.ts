// Step 6: the score, the appeal that another decides, and exclusion 考评剔除.
import { SixStepFacts } from '../../../workflows/processes/six-step/contract.ts';
import type { Stage } from '../stage.ts';
import { basically, because, carryOn, walk } from '../walk.ts';
import type { Story } from './story.ts';

const scored = (stage: Stage) => walk(stage, 'score', { judgement: basically });
const scoreOf = async (stage: Stage, id: string) => SixStepFacts.parse((await stage.state(id)).facts).score;
const appeal = { line: 'ratedBasically', ...because };

export const assessment: readonly Story[] = [
  {
    name: 'an appeal that succeeds removes the line, not the history',
    kept: 'appeal-upheld',
    async tell(stage) {
      const { cast, does, refusal } = stage;
      const id = await scored(stage);
      expect(await scoreOf(stage, id)).toMatchObject({
        total: 98,
        lines: [{ reason: 'ratedBasically', points: -2 }],
      });
      expect(await refusal(id, 'appealScore', cast.housing, { ...appeal, line: 'late' })).toBe('noSuchLine');
      await does(id, 'appealScore', cast.housing, appeal);
      await does(id, 'upholdAppeal', cast.supervisor, because);
      expect(await scoreOf(stage, id)).toMatchObject({ total: 100, lines: [] });
      expect(await refusal(id, 'appealScore', cast.housing, appeal)).toBe('nothingToAppeal');
      const notes = await stage.happened(id, 'noted');
      expect(notes.filter(({ what }) => what === 'scored')).toHaveLength(2);
      return carryOn(stage, id, 'score', 'closed');
    },
  },
  {
    name: 'an appeal that is rejected changes nothing, and the score stands',
    kept: 'appeal-rejected',
    async tell(stage) {
      const id = await scored(stage);
      await stage.does(id, 'appealScore', stage.cast.housing, appeal);
      await stage.does(id, 'rejectAppeal', stage.cast.supervisor, because);
      expect(await scoreOf(stage, id)).toMatchObject({ total: 98 });
      return carryOn(stage, id, 'score', 'closed');
    },
  },
  {
    name: 'excluded from assessment by a decision with a reason, and by nothing else',
    kept: 'excluded',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await scored(stage);
      const ask = () => does(id, 'askExclusion', cast.housing, { cause: 'inCourt', ...because });
      await ask();
      expect(
        (await does(id, 'refuseExclusion', cast.supervisor, because)).facts['isExcluded'],
      ).toBeUndefined();
      await ask();
      expect((await does(id, 'grantExclusion', cast.supervisorHead, because)).facts['isExcluded']).toBe(true);
      return carryOn(stage, id, 'score', 'closed');
    },
  },
  {
    name: 'silence accepts the score: it closes by itself, and the end is in the journal though nobody acted',
    kept: 'closed-in-silence',
    async tell(stage) {
      const id = await walk(stage, 'score');
      await stage.skipTo(id, (await stage.clock(id, 'score')).dueAt);
      const { ending, tasks } = await stage.state(id);
      expect([ending, Object.values(tasks).at(-1)?.how]).toEqual(['closed', 'expired']);
      const { status } = await stage.client.workflow.getHandle(id).describe();
      expect(status.name).toBe('COMPLETED');
      return id;
    },
  },
];
