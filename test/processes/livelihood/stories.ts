// Branches of a livelihood entry: told on the real server to their end, or to where they are clear.
import { expect } from '@jest/globals';
import { itemsOf, openTasks } from '../../../workflows/process/state.ts';
import type { Story } from '../../process/branches/story.ts';
import { idOf } from '../begun.ts';
import * as w from './walk.ts';

export const stories: readonly Story[] = [
  {
    name: 'is entered with a number, recorded line by line, struck off and published',
    kept: 'livelihood-struck-off',
    async tell(stage) {
      const { cast, does, town } = stage;
      const id = await w.open(stage);
      const { rows } = await town.db.pool.query('select number from process where id = $1', [id]);
      expect(rows[0]?.number).toMatch(/^MS150602001\d{4}-\d{6}$/);
      await does(id, 'recordProgress', cast.housing, w.line(0.1));
      await does(id, 'recordProgress', cast.housing, w.line(0.2));
      await does(id, 'askStrikeOff', cast.housing, w.result);
      await does(id, 'strikeOff', cast.street);
      const state = await does(id, 'publishEntry', cast.street, w.notice);
      expect([state.ending, state.facts['spent'], itemsOf(state, 'record').length]).toEqual([
        'struckOff',
        0.3,
        2,
      ]);
      return id;
    },
  },
  {
    name: 'is sent back with what was left, by another than the unit, and recorded on',
    kept: 'livelihood-sent-back',
    async tell(stage) {
      const { cast, does, refusal } = stage;
      const id = await w.asked(stage);
      expect(await refusal(id, 'strikeOff', cast.housing)).toBe('notPerformer');
      const after = await does(id, 'refuseStrikeOff', cast.street, w.because);
      expect(openTasks(after).map(({ kind }) => kind)).toEqual(['deliver', 'record']);
      await does(id, 'askStrikeOff', cast.housing, w.result);
      expect((await does(id, 'strikeOff', cast.street)).step).toBe('publish');
      return id;
    },
  },
  {
    name: 'is reminded of each period, and of the year’s end',
    kept: 'livelihood-reminded',
    async tell(stage) {
      const id = await w.open(stage);
      await stage.skip(id, 45 * w.DAY);
      const record = await stage.task(id, 'record');
      const rungs = await stage.happened(id, 'rungReached');
      expect(rungs.filter(({ task }) => task === record.id).map(({ does }) => does)).toEqual(
        expect.arrayContaining(['reminder', 'yellow']),
      );
      expect((await stage.clock(id, 'deliver')).dueAt).toBe(`${w.YEAR}-12-31T16:00:00.000Z`);
      return id;
    },
  },
  {
    name: 'hears of the claimed tasks that served it, each once',
    kept: 'livelihood-served',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await w.open(stage);
      const facts = { ending: 'done', unit: stage.town.unit('housing'), isTimely: true };
      const heard = { process: idOf(90), what: 'ended', facts };
      await does(id, 'hear', cast.system, heard);
      const state = await does(id, 'hear', cast.system, heard);
      expect(itemsOf(state, 'task').map((item) => item.facts)).toEqual([{ ...facts, process: idOf(90) }]);
      return id;
    },
  },
];
