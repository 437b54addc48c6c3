// The branches of supervision, each told to its end (or to where it is clear) on the real server.
import { letterIn } from '../../../workflows/processes/supervision/rules.ts';
import { dueAt } from '../../../workflows/rules/term.ts';
import type { Story } from '../../process/branches/story.ts';
import { DAY, climbed, names, promised } from '../../process/climbing.ts';
import type { Stage } from '../../process/stage.ts';
import { carryOn, dayAfter, walk as walkMatter } from '../../process/walk.ts';
import * as w from './walk.ts';

/** Level and ending of each letter, in order. */
async function letters(stage: Stage, id: string) {
  const { items } = await stage.state(id);
  return Object.values(items).map((item) => [letterIn(item).level, item.ending]);
}

/** When a term that starts with the item is over. */
async function dueFrom(stage: Stage, id: string, term: string): Promise<string> {
  const { startedAt } = await stage.clock(id, 'assign');
  return dueAt(new Date(startedAt), term, stage.time).at.toISOString();
}

export const stories: readonly Story[] = [
  {
    name: 'a leader’s word, an ordinary matter: four checkpoints from one start, down to 0',
    kept: 'supervision',
    async tell(stage) {
      const { cast, does, town } = stage;
      const order = { words: 'w:0:0', place: '150602', unit: town.unit('housing') };
      const id = await stage.enter('supervision', 'orderSupervision', cast.deputy, order);
      expect((await stage.state(id)).facts).toMatchObject({
        source: 'leader',
        orderedBy: cast.deputy.person,
      });
      const { rows } = await town.db.pool.query('select number from process where id = $1', [id]);
      expect(rows[0]?.number).toMatch(/^DB150602\d{4}-\d{6}$/);
      await does(id, 'assignItem', cast.supervisor, w.assignment());
      for (const [kind, term] of [
        ['assign', '0d-eod'],
        ['report', '3d-eod'],
        ['settle', '7d-eod'],
      ] as const)
        expect([kind, (await stage.clock(id, kind)).dueAt]).toEqual([kind, await dueFrom(stage, id, term)]);
      await does(id, 'reportProgress', cast.housing, w.progress);
      await does(id, 'submitSettlement', cast.housing, w.result);
      expect((await w.strikeOff(stage, id)).ending).toBe('struckOff');
      return id;
    },
  },
  {
    name: 'a major matter: a month, then a dated plan, followed to that day and open all the while',
    kept: 'supervision-planned',
    async tell(stage) {
      const { cast, does, refusal } = stage;
      const id = await w.walk(stage, 'settle', 'major');
      expect((await stage.clock(id, 'settle')).dueAt).toBe(await dueFrom(stage, id, '1mo-eod'));
      await stage.skip(id, 20 * DAY);
      const now = await stage.timeIn(id);
      const until = dayAfter(now, 90);
      const state = await does(id, 'filePlan', cast.housing, { until, plan: 'w:0:7' });
      expect([state.step, state.closedAt, state.facts['plannedUntil']]).toEqual(['settle', undefined, until]);
      expect((await stage.clock(id, 'settle')).dueAt).toBe(
        dueAt(now, '90d-eod', stage.time).at.toISOString(),
      );
      expect(await refusal(id, 'filePlan', cast.housing, { until, plan: 'w:0:7' })).toBe('planFiled');
      await does(id, 'submitSettlement', cast.housing, w.result);
      expect((await w.strikeOff(stage, id)).ending).toBe('struckOff');
      return id;
    },
  },
  {
    name: 'sent back: settled again on a clock of its own',
    kept: 'supervision-sent-back',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await w.walk(stage, 'check');
      const first = await stage.clock(id, 'settle');
      expect((await stage.task(id, 'report')).how).toBe('cancelled');
      await stage.skip(id, DAY);
      await does(id, 'rejectSettlement', cast.supervisor, w.because);
      const again = await stage.clock(id, 'settle');
      expect([again.id === first.id, again.term]).toEqual([false, '7d-eod']);
      expect(Date.parse(again.dueAt)).toBe(Date.parse(first.dueAt) + DAY);
      await does(id, 'submitSettlement', cast.housing, w.result);
      await w.strikeOff(stage, id);
      return id;
    },
  },
  {
    name: 'letters: each rejected reply goes one level up, until the head is called in',
    kept: 'supervision-letters',
    async tell(stage) {
      const { cast, does, refusal } = stage;
      const id = await w.written(stage, 'check');
      await does(id, 'deliverLetter', cast.system, { by: 'system' }, 'i1');
      for (const level of ['notice', 'letter']) {
        expect((await letters(stage, id)).at(-1)).toEqual([level, undefined]);
        await does(id, 'replyLetter', cast.housing, w.reply);
        await does(id, 'rejectReply', cast.supervisorHead, w.because);
      }
      expect(await refusal(id, 'strikeOff', cast.supervisor)).toBe('letterOut');
      await does(id, 'recordNoShow', cast.supervisor, w.because);
      await does(id, 'holdTalk', cast.supervisor, w.minutes);
      expect(await letters(stage, id)).toEqual([
        ['notice', 'rejected'],
        ['letter', 'rejected'],
        ['summon', 'noShow'],
        ['summon', 'held'],
      ]);
      expect((await w.strikeOff(stage, id)).ending).toBe('struckOff');
      return id;
    },
  },
  {
    name: 'a reply that is accepted settles the letter, and the next is one of supervision',
    kept: 'supervision-answered',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await w.answered(stage);
      await does(id, 'acceptReply', cast.supervisor);
      await does(id, 'issueLetter', cast.supervisorHead, { ...w.letter, copyTo: stage.town.unit('gov') });
      await does(id, 'liftLetter', cast.supervisor, w.because, 'i2');
      expect(await letters(stage, id)).toEqual([
        ['notice', 'accepted'],
        ['letter', 'lifted'],
      ]);
      expect((await stage.task(id, 'reply')).how).toBe('cancelled');
      return id;
    },
  },
  {
    name: 'from the ladder: the letter goes out by itself, at once, and the end of the matter is heard',
    kept: 'supervision-of-a-matter',
    async tell(stage) {
      const matter = await walkMatter(stage, 'handle');
      await stage.skipTo(matter, (await stage.clock(matter, 'handle')).dueAt, 8 * DAY);
      const begun = (await stage.state(matter)).begun.filter(({ process }) => process === 'supervision');
      expect(begun).toMatchObject([{ isTold: true }]);
      await stage.relayed();
      const id = begun[0]?.id ?? '';
      expect((await stage.state(id)).facts).toMatchObject({ source: 'card', level: 'letter' });
      const letter = await stage.item(id, 'letter');
      expect(letter.facts).toMatchObject({ level: 'letter', ground: 'late', issuer: null });
      expect(letter.facts['unit']).toBe(stage.town.unit('housing'));
      await carryOn(stage, matter, 'handle', 'closed');
      await stage.relayed();
      const { facts, ending } = await stage.state(id);
      expect([facts['cause'], facts['source'], ending]).toMatchObject([
        { process: matter, ending: 'closed' },
        'card',
        undefined,
      ]);
      return id;
    },
  },
  {
    name: 'a letter that the ladder asks for waits until it is known to whom',
    kept: 'supervision-unassigned',
    async tell(stage) {
      const { cast, does, town } = stage;
      const id = await w.open(stage, { source: 'card', level: 'letter', unit: null });
      expect(await letters(stage, id)).toEqual([]);
      await does(id, 'assignItem', cast.supervisor, { ...w.assignment(), unit: town.unit('transport') });
      expect((await stage.item(id, 'letter')).facts).toMatchObject({ unit: town.unit('transport') });
      return id;
    },
  },
  {
    name: 'three reds: the head is called in, and again where nobody came',
    kept: 'summons',
    async tell(stage) {
      const { cast, does } = stage;
      const id = await w.summons(stage);
      expect((await stage.item(id, 'letter')).facts).toMatchObject({ level: 'summon', ground: 'reds' });
      await does(id, 'recordNoShow', cast.supervisor, w.because);
      expect((await does(id, 'holdTalk', cast.supervisor, w.minutes)).ending).toBe('held');
      return id;
    },
  },
  {
    name: 'a summons that was a mistake is lifted, and the item with it',
    kept: 'summons-lifted',
    async tell(stage) {
      const id = await w.summons(stage);
      const { ending } = await stage.does(id, 'liftLetter', stage.cast.supervisor, w.because, 'i1');
      expect(ending).toBe('lifted');
      return id;
    },
  },
  {
    name: 'nobody moves: each checkpoint has its own reminders and cards, and it supervises nothing itself',
    kept: 'supervision-ladder',
    async tell(stage) {
      const id = await w.walk(stage, 'settle');
      const [report, settle] = [await stage.clock(id, 'report'), await stage.clock(id, 'settle')];
      await stage.skipTo(id, settle.dueAt, 9 * DAY);
      for (const clock of [report, settle]) {
        expect(names(promised(stage, clock)).slice(-3)).toEqual(['yellow', 'red', 'letter']);
        expect(await climbed(stage, id, clock.id)).toEqual(promised(stage, clock));
      }
      expect((await stage.state(id)).begun).toEqual([]);
      await stage.does(id, 'issueLetter', stage.cast.supervisor, w.letter);
      expect(await letters(stage, id)).toEqual([['letter', undefined]]);
      return id;
    },
  },
];
