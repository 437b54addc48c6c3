import { loadCalendar } from '../../policies/load.ts';
import { loadPolicies } from '../../prisma/policies.ts';
import { record } from '../../prisma/record.ts';
import { Answer } from '../../workflows/process/contract.ts';
import { openAsOwner } from '../prisma/small-town.ts';
import { keep } from '../replay/keeping.ts';
import { HOUR, cardsOf, climbed, promised, skipToHour } from './climbing.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';
import { because, carryOn, result, walk } from './walk.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.hire();
});
afterAll(() => stage.close());

describe('a ladder that comes too late, or in the night', () => {
  it('keeps quiet hours: a reminder comes before them, a card in them is told after, a red one at once', async () => {
    const urgent = { triage: { importance: 3, urgency: 2 } };
    const id = await walk(stage, 'ledger', urgent);
    await skipToHour(stage, id, 10);
    await stage.does(id, 'registerMatter', stage.cast.clerk);
    await stage.skip(id, 30 * HOUR);
    const late = await walk(stage, 'ledger', urgent);
    await skipToHour(stage, late, 22);
    await stage.does(late, 'registerMatter', stage.cast.clerk);
    await stage.skip(late, 27 * HOUR);
    const hours = async (matter: string) => {
      const clock = (await stage.clock(matter, 'handle')).id;
      const reached = (await stage.happened(matter, 'rungReached')).filter((one) => one.clock === clock);
      const hour = (at: string) => new Date(Date.parse(at) + 8 * HOUR).getUTCHours();
      return reached.map(({ rung, at, noticeAt }) => [rung, hour(at), hour(noticeAt)]);
    };
    expect(await hours(id)).toEqual([
      ['half', 20, 20],
      ['yellow', 10, 10],
      ['red', 12, 12],
    ]);
    expect(await hours(late)).toEqual([
      ['half', 10, 10],
      ['yellow', 22, 8],
      ['red', 0, 0],
    ]);
  });

  it('says what was overtaken of a matter carried in from 2015, and carries out the highest rung alone', async () => {
    const policy = { ...stage.policy, name: 'examples/carried', calendar: 'boston-2015' };
    const inForce = { policy, calendar: await loadCalendar('boston-2015') };
    await loadPolicies(stage.town.db, [inForce], new Date('2015-01-01'));
    const owner = openAsOwner(stage.town);
    const rule = (name: string) =>
      owner.pool.query('update place set policy = $1 where policy is not null', [name]);
    await rule(policy.name);
    const startedAt = '2015-03-02T14:00:00.000Z';
    const carried = { lead: stage.town.unit('housing'), term: '30d', startedAt };
    const id = await stage.report({ receivedAt: new Date(startedAt), facts: { carried, colour: 'green' } });
    await rule('dongsheng');
    await owner.close();
    await stage.skip(id, 60_000);
    const clock = await stage.clock(id, 'handle');
    expect([clock.startedAt, clock.dueAt]).toEqual([startedAt, '2015-04-01T14:00:00.000Z']);
    const overtaken = (await climbed(stage, id, clock.id)).map(([rung, , isOvertaken]) => [
      rung,
      isOvertaken,
    ]);
    expect(overtaken).toEqual([
      ['half', true],
      ['mostly', true],
      ['yellow', true],
      ['red', true],
      ['letter', false],
    ]);
    expect((await cardsOf(stage, id)).map(({ level }) => level)).toEqual(['letter']);
    await carryOn(stage, id, 'handle', 'closed');
    await keep(stage, id, 'carried-in');
  });
});

describe('what was late', () => {
  it('is late by what the clock says, each card counts, and a lifted one does not', async () => {
    const { cast, does } = stage;
    const id = await walk(stage, 'handle');
    await stage.skipTo(
      id,
      promised(stage, await stage.clock(id, 'handle')).find(([rung]) => rung === 'red')?.[1] ?? '',
    );
    const [yellow] = await cardsOf(stage, id);
    await does(id, 'liftCard', cast.supervisor, because, yellow?.id);
    const { facts } = await carryOn(stage, id, 'handle', 'score').then(stage.state);
    const lines = [
      { reason: 'late', points: -10, times: 1 },
      { reason: 'lateDays', points: -2, times: 1 },
      { reason: 'red', points: -5, times: 1 },
    ];
    expect(facts['score']).toMatchObject({ total: 83, lines });
    expect(
      (await cardsOf(stage, id)).map(({ liftedReason, clearedAt }) => [
        liftedReason,
        clearedAt === undefined,
      ]),
    ).toEqual([
      ['w:0:0', false],
      [undefined, false],
    ]);
  });

  it('is not late when only the message was: the act counts from when it was taken, and the card is lifted', async () => {
    const { cast, client } = stage;
    const id = await walk(stage, 'handle');
    const { dueAt } = await stage.clock(id, 'handle');
    await stage.skipTo(id, dueAt, 10 * 60_000);
    const { seq, tasks } = await stage.state(id);
    const target = Object.values(tasks).find(({ kind }) => kind === 'handle')?.id;
    const call = { actor: cast.housing, target, input: result, recorded: seq, waitedMs: 20 * 60_000 };
    const answer = await client.workflow.getHandle(id).executeUpdate('submitResult', { args: [call] });
    await record(stage.town.db, id, Answer.parse(answer).entries);
    const { facts } = await carryOn(stage, id, 'check', 'score').then(stage.state);
    expect(facts['score']).toMatchObject({ total: 100, lines: [] });
    expect((await cardsOf(stage, id)).map(({ level, liftedReason }) => [level, liftedReason])).toEqual([
      ['yellow', 'actedBefore'],
    ]);
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
