import { keep } from '../replay/keeping.ts';
import { DAY, cardsOf, climbed, names, promised } from './climbing.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';
import { because, carryOn, dayAfter, unsolved, walk } from './walk.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.hire();
});
afterAll(() => stage.close());

describe('a month in which nobody moves', () => {
  it('climbs every rung at its moment, once, and all of it is recorded', async () => {
    const id = await walk(stage, 'handle');
    const [task, matter] = [await stage.clock(id, 'handle'), await stage.clock(id, 'matter')];
    await stage.skipTo(id, matter.dueAt, 10 * DAY);
    expect(names(promised(stage, task))).toEqual(['half', 'soon', 'yellow', 'red', 'letter']);
    expect(await climbed(stage, id, task.id)).toEqual(promised(stage, task));
    expect(await climbed(stage, id, matter.id)).toEqual(promised(stage, matter));
    const entries = (await stage.journal(id)).filter(({ event }) => event.type === 'rungReached');
    for (const { at, event } of entries) {
      if (event.type === 'rungReached') expect(Date.parse(at)).toBeGreaterThanOrEqual(Date.parse(event.at));
    }
    expect(
      (await cardsOf(stage, id)).map(({ level, unit }) => [level, unit === stage.town.unit('housing')]),
    ).toEqual([
      ['yellow', true],
      ['red', true],
      ['letter', true],
    ]);
    expect((await cardsOf(stage, id)).map(({ replyDueAt }) => typeof replyDueAt)).toEqual([
      'undefined',
      'undefined',
      'string',
    ]);
    await keep(stage, id, 'ladder');
  });

  it('goes through window, call-back and its ladder by itself, and nothing waits for an act to be recorded', async () => {
    const id = await walk(stage, 'rate');
    await stage.skipTo(id, (await stage.clock(id, 'rate')).dueAt);
    const callBack = await stage.task(id, 'callBack');
    expect([callBack.status, (await stage.task(id, 'rate')).how]).toEqual(['open', 'expired']);
    await stage.skip(id, 30 * DAY);
    expect(names(await climbed(stage, id, callBack.clock ?? ''))).toEqual([
      'half',
      'soon',
      'yellow',
      'red',
      'letter',
    ]);
  });
});

describe('a ladder', () => {
  it('is armed anew after a return, and the cards of the unit before are cleared but stay', async () => {
    const id = await walk(stage, 'handle');
    const first = await stage.clock(id, 'handle');
    await stage.does(id, 'askReturn', stage.cast.housing, { reason: 'overlap', ...because });
    await stage.skipTo(id, first.dueAt);
    await stage.does(id, 'grantReturn', stage.cast.clerk, because);
    await stage.does(id, 'dispatchMatter', stage.cast.clerk, { lead: stage.town.unit('transport') });
    const second = await stage.clock(id, 'handle');
    await stage.skipTo(id, second.dueAt);
    expect(names(await climbed(stage, id, first.id))).toEqual(['half', 'soon', 'yellow']);
    expect(await climbed(stage, id, second.id)).toEqual(promised(stage, second).slice(0, 3));
    const own = (await cardsOf(stage, id)).filter(({ clock }) => clock === first.id || clock === second.id);
    expect(own.map(({ level, clearedAt }) => [level, clearedAt === undefined])).toEqual([
      ['yellow', false],
      ['yellow', true],
    ]);
  });

  it('is armed anew for a re-handling', async () => {
    const id = await walk(stage, 'rate');
    await carryOn(stage, id, 'rate', 'score', { judgement: unsolved });
    const again = await stage.clock(id, 'handle');
    await stage.skipTo(id, again.dueAt, 20 * DAY);
    expect(await climbed(stage, id, again.id)).toEqual(promised(stage, again));
  });

  it('rests while the work is suspended, and goes on from the new due', async () => {
    const { cast, does } = stage;
    const id = await walk(stage, 'handle');
    const reviewOn = dayAfter(await stage.timeIn(id), 28);
    await does(id, 'askSuspension', cast.housing, { reviewOn, cause: 'w:0:0' });
    await does(id, 'grantSuspension', cast.clerk, because);
    const { id: clock } = await stage.clock(id, 'handle');
    await stage.skip(id, 27 * DAY);
    expect([
      await climbed(stage, id, clock),
      await climbed(stage, id, (await stage.clock(id, 'matter')).id),
    ]).toEqual([[], []]);
    await does(id, 'resumeTask', cast.housing);
    const resumed = await stage.clock(id, 'handle');
    await stage.skipTo(id, resumed.dueAt);
    expect(await climbed(stage, id, clock)).toEqual(promised(stage, resumed).slice(0, 3));
    await keep(stage, id, 'ladder-suspended');
  });

  it('counts what has not fired from the new due of an extension, and what has fired stays', async () => {
    const id = await walk(stage, 'handle');
    const before = await stage.clock(id, 'handle');
    const [half] = promised(stage, before);
    await stage.skipTo(id, half?.[1] ?? '');
    await stage.does(id, 'askExtension', stage.cast.housing, { length: '10wd-eod', ...because });
    await stage.does(id, 'grantExtension', stage.cast.clerk, because);
    const extended = await stage.clock(id, 'handle');
    await stage.skipTo(id, extended.dueAt);
    const later = promised(stage, extended).filter(([rung]) => rung !== 'half');
    expect(await climbed(stage, id, before.id)).toEqual([half, ...later.slice(0, 2)]);
  });
});

describe('after all of that', () => {
  it('the journal says what the processes say, and nothing waits for somebody to act', async () => {
    expect(await stage.disagreements()).toEqual([]);
  });

  it('every history replays', async () => {
    expect(await stage.notReplaying()).toEqual([]);
  });
});
