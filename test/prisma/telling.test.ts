import { newId } from '../../prisma/id.ts';
import { record } from '../../prisma/record.ts';
import { reroute } from '../../prisma/telling/route.ts';
import type { Performer } from '../../workflows/process/actor.ts';
import { cast, play, registered } from './course.ts';
import type { Player } from './course.ts';
import { COMMUNITY, livingTown } from './small-town.ts';
import type { LivingTown } from './small-town.ts';

let town: LivingTown;
beforeAll(async () => {
  town = await livingTown();
});
afterAll(() => town.end());
afterEach(async () => {
  const { absence, notice, outbox, taskRoute, task, post, person } = town.db.prisma;
  const asBefore = [absence, notice, outbox, taskRoute, task].map((table) => Object(table).deleteMany());
  await Promise.all([
    ...asBefore,
    post.updateMany({ data: { endedAt: null } }),
    person.updateMany({ data: { disabledAt: null } }),
  ]);
});

const nameOf = (id: string | null) =>
  town.db.prisma.person
    .findUnique({ where: { id: id ?? newId() } })
    .then((person) => person?.account ?? null);

/** Who was told by which template, as `account` or `b for a`, sorted. */
async function told(processId: string, template: string): Promise<string[]> {
  const rows = await town.db.prisma.notice.findMany({ where: { processId, template, channel: 'console' } });
  const names = rows.map(async (row) => {
    const [person, stead] = await Promise.all([nameOf(row.personId), nameOf(row.forId)]);
    return stead === null ? `${person}` : `${person} for ${stead}`;
  });
  return (await Promise.all(names)).sort();
}

const away = (account: string, from = -1, until = 1) =>
  town.db.prisma.absence.create({
    data: { id: newId(), personId: town.person(account), from: hours(from), until: hours(until) },
  });

const hours = (n: number) => new Date(Date.now() + n * 3_600_000);

/** A matter whose only open task is asked of `performer`, and then a rung of each kind falls on it. */
async function struck(
  performer: Performer,
  does: 'reminder' | 'yellow' | 'letter',
  to: string[],
  before?: (player: Player) => void,
) {
  const id = newId();
  const player = play(town, id);
  player.open('handle', performer);
  before?.(player);
  const at = player.scene().now.toISOString();
  const rung = {
    clock: 'c1',
    task: 't1',
    rung: does,
    does,
    at,
    noticeAt: at,
    isOvertaken: false,
    unit: performer.unit ?? null,
  };
  player.happen({ type: 'rungReached', ...rung, to, channels: ['console', 'email'] });
  await record(town.db, id, player.entries());
  return told(id, does);
}

describe('a rung of the ladder', () => {
  it('reaches A, once back, with what B claimed in A’s stead: it is A’s', async () => {
    const asB = {
      ...cast(town).community,
      person: town.person('community.b'),
      for: town.person('community'),
    };
    const claim = (player: Player) => player.does('claimTask', asB);
    expect(await struck({ role: 'community', place: COMMUNITY }, 'reminder', ['holder'], claim)).toEqual([
      'community',
    ]);
  });

  it('never takes B for A who is there but may not, having asked for it: then the head decides', async () => {
    const performer = { role: 'community', place: COMMUNITY, notPerson: town.person('community') };
    expect(await struck(performer, 'reminder', ['holder'])).toEqual(['community.head']);
    await town.db.prisma.post.updateMany({
      where: { isHead: true, personId: town.person('community.head') },
      data: { endedAt: new Date() },
    });
    expect(await struck(performer, 'yellow', ['holder'])).toEqual(['subdistrict.head']);
  });

  it('reaches everybody who holds the role at the unit, and no B while A is there', async () => {
    expect(await struck({ unit: town.unit('housing') }, 'reminder', ['holder'])).toEqual([
      'housing',
      'housing.head',
    ]);
    expect(await struck({ role: 'community', place: COMMUNITY }, 'reminder', ['holder'])).toEqual([
      'community',
      'community.head',
    ]);
  });

  it('reaches only the claimer of a claimed task', async () => {
    const claim = (player: Player) => player.does('claimTask', cast(town).housing);
    expect(await struck({ unit: town.unit('housing') }, 'reminder', ['holder'], claim)).toEqual(['housing']);
  });

  it('reaches B while A is away, and both are recorded', async () => {
    await away('community');
    expect(await struck({ role: 'community', place: COMMUNITY }, 'reminder', ['holder'])).toEqual([
      'community.b for community',
      'community.head',
    ]);
    const claim = (player: Player) => player.does('claimTask', cast(town).community);
    expect(await struck({ role: 'community', place: COMMUNITY }, 'yellow', ['holder'], claim)).toEqual([
      'community.b for community',
    ]);
  });

  it.each([
    ['is over', -3, -2, null],
    ['has not begun', 2, 3, null],
    ['was ended early', -3, 3, -1],
  ])('reaches A when the absence %s', async (_what, from, until, ended) => {
    const absence = await away('community', from, until);
    if (ended !== null)
      await town.db.prisma.absence.update({ where: { id: absence.id }, data: { endedAt: hours(ended) } });
    expect(await struck({ role: 'community', place: COMMUNITY }, 'reminder', ['holder'])).toEqual([
      'community',
      'community.head',
    ]);
  });

  it('goes with a letter to the unit’s head, a copy to its superior, and to the supervisors', async () => {
    const to = ['head', 'superior', 'supervisor'];
    expect(await struck({ unit: town.unit('housing') }, 'letter', to)).toEqual([
      'gov.head',
      'housing.head',
      'supervisor',
      'supervisor.head',
    ]);
    expect(await struck({ role: 'community', place: COMMUNITY }, 'letter', ['head', 'superior'])).toEqual([
      'community.head',
      'subdistrict.head',
    ]);
  });

  it('reaches nobody twice who stands on two of its lists', async () => {
    expect(
      await struck({ role: 'supervisor', place: '150602' }, 'letter', ['holder', 'head', 'supervisor']),
    ).toEqual(['supervisor', 'supervisor.head']);
  });

  it('reaches neither who was dismissed nor whose account is closed; a B who is left alone takes over', async () => {
    await town.db.prisma.post.updateMany({
      where: { personId: town.person('housing') },
      data: { endedAt: new Date() },
    });
    await town.db.prisma.person.update({
      where: { id: town.person('community') },
      data: { disabledAt: new Date() },
    });
    expect(await struck({ unit: town.unit('housing') }, 'reminder', ['holder'])).toEqual(['housing.head']);
    expect(await struck({ role: 'community', place: COMMUNITY }, 'reminder', ['holder'])).toEqual([
      'community.b',
      'community.head',
    ]);
  });

  it('is there in the console at once, and the e-mail is an errand', async () => {
    await struck({ unit: town.unit('transport') }, 'yellow', ['holder']);
    const rows = await town.db.prisma.notice.findMany({
      where: { template: 'yellow' },
      orderBy: { channel: 'asc' },
    });
    expect(rows.map(({ channel, deliveredAt }) => [channel, deliveredAt !== null])).toEqual([
      ['console', true],
      ['email', false],
    ]);
    const errands = await town.db.prisma.outbox.findMany({ where: { lane: 'notice' } });
    expect(errands.map(({ payload }) => payload)).toEqual([{ notice: rows[1]?.id }]);
  });

  it('tells nobody when it was overtaken', async () => {
    const id = newId();
    const player = play(town, id);
    player.open('handle', { unit: town.unit('housing') });
    const at = player.scene().now.toISOString();
    const rung = {
      clock: 'c1',
      task: 't1',
      rung: 'x',
      at,
      noticeAt: at,
      unit: null,
      to: ['holder'],
      channels: ['console'],
    };
    player.happen({ type: 'rungReached', does: 'reminder', isOvertaken: true, ...rung });
    await record(town.db, id, player.entries());
    expect(await town.db.prisma.notice.count({ where: { processId: id } })).toBe(0);
  });

  it('waits with its notice for the hour it was given, also when the process’s time runs ahead of ours', async () => {
    const id = newId();
    const player = play(town, id, hours(24 * 30).toISOString());
    player.open('handle', { unit: town.unit('transport') });
    const [at, noticeAt] = [player.scene().now, new Date(player.scene().now.getTime() + 3_600_000)].map((d) =>
      d.toISOString(),
    );
    const rung = {
      clock: 'c1',
      task: 't1',
      rung: 'x',
      does: 'yellow',
      isOvertaken: false,
      unit: null,
      to: ['holder'],
    } as const;
    player.happen({
      type: 'rungReached',
      ...rung,
      at: at ?? '',
      noticeAt: noticeAt ?? '',
      to: ['holder'],
      channels: ['email'],
    });
    await record(town.db, id, player.entries());
    const errand = await town.db.prisma.outbox.findFirstOrThrow({ where: { lane: 'notice', processId: id } });
    const wait = errand.dueAt.getTime() - Date.now();
    expect([wait > 50 * 60_000, wait < 70 * 60_000]).toEqual([true, true]);
  });
});

describe('urging', () => {
  it('reaches whoever holds the task, with a reference to the words', async () => {
    const id = newId();
    const player = registered(town, id);
    player.open('handle', { unit: town.unit('transport') });
    player.does('urgeTask', cast(town).supervisor, { words: 'w:1' });
    await record(town.db, id, player.entries());
    expect(await told(id, 'urged')).toEqual(['transport']);
    const row = await town.db.prisma.notice.findFirstOrThrow({ where: { processId: id, template: 'urged' } });
    expect(row.facts).toMatchObject({ words: 'w:1', kind: 'handle' });
  });
});

describe('when nobody is there to act', () => {
  /** Opens a task for `performer` and says who stands in for what reason; undefined when nobody has to. */
  async function opened(performer: Performer) {
    const id = newId();
    const player = play(town, id);
    player.open('handle', performer);
    await record(town.db, id, player.entries());
    return { id, player, route: () => routeOf(`${id}.t1`) };
  }
  async function routeOf(taskId: string) {
    const row = await town.db.prisma.taskRoute.findUnique({ where: { taskId } });
    return row === null ? null : [await nameOf(row.personId), row.reason];
  }
  const dismiss = (...accounts: string[]) =>
    town.db.prisma.post.updateMany({
      where: { personId: { in: accounts.map((one) => town.person(one)) } },
      data: { endedAt: new Date() },
    });

  it('leaves a task alone that somebody is there for', async () => {
    const { route } = await opened({ unit: town.unit('housing') });
    expect(await route()).toBeNull();
  });

  it('goes to the head of the next higher unit', async () => {
    await dismiss('transport');
    expect(await (await opened({ unit: town.unit('transport') })).route()).toEqual(['gov.head', 'vacant']);
  });

  it('goes to the head of the next higher place', async () => {
    await dismiss('community', 'community.b', 'community.head');
    expect(await (await opened({ role: 'community', place: COMMUNITY })).route()).toEqual([
      'subdistrict.head',
      'vacant',
    ]);
    await dismiss('subdistrict', 'subdistrict.head');
    expect(await (await opened({ role: 'community', place: COMMUNITY })).route()).toEqual([
      'gov.head',
      'vacant',
    ]);
  });

  it('goes to a supervisor where no head is left, and says so where nobody is left at all', async () => {
    await dismiss('transport', 'gov.head', 'community.head', 'subdistrict.head');
    expect(await (await opened({ unit: town.unit('transport') })).route()).toEqual([
      'supervisor.head',
      'vacant',
    ]);
    await dismiss('supervisor.head', 'supervisor');
    expect(await (await opened({ unit: town.unit('transport') })).route()).toEqual([null, 'vacant']);
  });

  it('never goes to somebody who may not: not the unit that is judged, not the person who asked', async () => {
    await dismiss('callback');
    const callBack = { callBack: true, place: COMMUNITY, notUnit: town.unit('subdistrict') };
    expect(await (await opened(callBack)).route()).toEqual(['community.head', 'vacant']);
    await dismiss('community.head');
    const [person] = (await (await opened(callBack)).route()) ?? [];
    expect(person).toBe('supervisor.head');
  });

  it('also when all are away and nobody acts for them, for as long as they are', async () => {
    const absence = await away('transport');
    const { route } = await opened({ unit: town.unit('transport') });
    expect(await route()).toEqual(['gov.head', 'away']);
    await town.db.prisma.absence.update({ where: { id: absence.id }, data: { endedAt: hours(-0.5) } });
    expect(await reroute(town.db)).toBe(0);
    expect(await route()).toBeNull();
  });

  it('is looked at again when somebody leaves in mid-course, and the stand-in is reminded', async () => {
    const { id, player, route } = await opened({ unit: town.unit('transport') });
    await dismiss('transport');
    expect(await reroute(town.db)).toBe(1);
    expect(await route()).toEqual(['gov.head', 'vacant']);
    const at = player.scene().now.toISOString();
    const rung = {
      clock: 'c1',
      task: 't1',
      rung: 'x',
      does: 'reminder',
      at,
      noticeAt: at,
      isOvertaken: false,
      unit: null,
    } as const;
    player.happen({ type: 'rungReached', ...rung, to: ['holder'], channels: ['console'] });
    await record(town.db, id, player.entries());
    expect(await told(id, 'reminder')).toEqual(['gov.head']);
  });

  it('is over when the task is', async () => {
    await dismiss('transport');
    const { id, player, route } = await opened({ unit: town.unit('transport') });
    player.happen({ type: 'taskEnded', task: 't1', how: 'cancelled' });
    await record(town.db, id, player.entries());
    expect(await route()).toBeNull();
  });

  it('asks nothing of heads for a resident who is silent', async () => {
    const id = newId();
    const player = play(town, id);
    player.open('rate', { reporterOf: id });
    await record(town.db, id, player.entries());
    expect(await town.db.prisma.taskRoute.count()).toBe(0);
  });
});
