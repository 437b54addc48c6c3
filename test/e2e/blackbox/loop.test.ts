import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COMMUNITY, ESTATE } from '../../prisma/small-town.ts';
import type { Action, Client } from './client.ts';
import { openWholeHouse } from './house.ts';
import type { WholeHouse } from './house.ts';
import { largerTown } from './towns-people.ts';
import { does, refusal, until, walk, whoMay } from './walk.ts';

const notNow = (code: string) => [409, `/problems/${code}`];
const PATIENCE = 120_000;
const LIST = '/api/v1/processes?process=station-session';
const STAFF = ['community', 'deputy.station', 'callback', 'supervisor', 'supervisor.head', 'housing'];

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const good = { solved: 'yes', satisfaction: 'satisfied' };

/** What each of them says at the station. */
const LAMP = '楼道灯坏了，晚上看不见。';
const LAMP_AGAIN = '二单元的楼道灯也坏了。';
const LIFT = '电梯三天不动了，老人下不了楼。';
const SMOKE = '好几个小区都有餐馆油烟扰民。';

/** The five steps of [003] over HTTP, one after the other: each test begins where the one before has left off. */
describe('a visit to the station, by a client that only follows actions', () => {
  let house: WholeHouse;
  let staff: Client[];
  let community: Client;
  let deputy: Client;
  let resident: Client;
  let session: string;

  beforeAll(async () => {
    house = await openWholeHouse(largerTown);
    staff = [];
    for (const account of STAFF) staff.push(await house.signIn(account));
    [community, deputy] = staff as [Client, Client];
    resident = await house.signIn('resident');
  }, PATIENCE);
  afterAll(() => house.close());

  const seen = () => community.get(session);
  const offered = async (who: Client, name: string, item?: string): Promise<Action> =>
    (await whoMay([who], session, name, item))[1];
  const saidAs = async (words: string): Promise<string> =>
    (await seen())['items'].find(
      (one: { kind: { value: string }; facts: { words: string } }) =>
        one.kind.value === 'said' && one.facts.words === words,
    ).id;
  const endings = async () =>
    Object.fromEntries(
      (await seen())['items']
        .filter((one: { kind: { value: string } }) => one.kind.value === 'said')
        .map((one: { facts: { words: string }; ending: string }) => [one.facts.words, one.ending]),
    );
  /** The process that an item is handled by. */
  const begunFor = (item: string): Promise<{ id: string; href: string }> =>
    until(async () =>
      (await seen())['children'].find(
        (one: { item: string; status: string }) => one.item === item && one.status === 'open',
      ),
    );

  it('is published by the station, and by nobody else', async () => {
    const [publish] = await community.actions(LIST);
    if (publish === undefined) throw new Error('nobody may publish');
    const visit = {
      ...{ place: COMMUNITY, venue: ESTATE },
      ...{ startsAt: inDays(3), receiver: house.person('deputy.station') },
    };
    expect(await resident.actions(LIST)).toEqual([]);
    expect(await refusal(resident, publish, visit)).toEqual([403, '/problems/not-station']);
    expect(await refusal(community, publish, { ...visit, startsAt: inDays(-1) })).toEqual([
      422,
      '/problems/visit-in-the-past',
    ]);
    expect(await refusal(community, publish, { ...visit, place: '150602' })).toEqual([
      422,
      '/problems/not-offered',
    ]);
    session = (await community.follow(publish, visit))['href'];
    await does([deputy], session, 'confirmAttendance');
  });

  it('is open to all: a stranger books, and a resident takes a booking back', async () => {
    const dates = (await house.anonymous.get(LIST))['items'].map((one: { href: string }) => one.href);
    expect(dates).toContain(session);
    const booking = { words: LAMP, contact: '13900000001' };
    await does([house.anonymous], session, 'bookVisit', booking);
    await does([resident], session, 'bookVisit', { words: LIFT, contact: '13900000002' });
    await does([resident], session, 'bookVisit', { words: '算了', contact: '13900000002' });
    const [, takeBack] = (await resident.actions(session)).filter(({ name }) => name === 'withdrawBooking');
    if (takeBack === undefined) throw new Error('nothing to take back');
    expect((await house.anonymous.ask('POST', takeBack.href, {})).body['type']).toBe(
      '/problems/not-signed-in',
    );
    await resident.follow(takeBack);
    expect(await refusal(resident, takeBack)).toEqual(notNow('item-closed'));
    expect((await house.anonymous.get(session))['items']).toEqual([]);
  });

  it('1: begins early by the offered act, and what is said is taken down', async () => {
    const book = await offered(resident, 'bookVisit');
    await does([community], session, 'beginReception');
    expect(await refusal(resident, book, { words: LIFT, contact: '1' })).toEqual(notNow('other-step'));
    await does([deputy], session, 'signIn');
    const bookings = (await community.actions(session)).filter(({ name }) => name === 'hearBooking');
    expect(bookings).toHaveLength(2);
    for (const heard of bookings) await community.follow(heard, { kind: 'housing.lift' });
    const take = await offered(deputy, 'registerItem');
    await deputy.follow(take, {
      words: LAMP_AGAIN,
      name: '王某',
      contact: '13900000003',
      kind: 'roads.lamp',
    });
    await community.follow(take, { words: SMOKE, kind: 'housing.lift' });
    await community.follow(take, { words: '另一件小事', kind: 'housing.lift' });
    const callOff = await community.ask('POST', `${session}/acts/cancelVisit`, { grounds: '没有人来' });
    expect([callOff.status, callOff.body['type']]).toEqual(notNow('already-said'));
    await does([community], session, 'concludeSession');
  });

  it('2: is collated: split, merged, and each graded', async () => {
    const [lamp, again, lift, smoke, small] = await Promise.all(
      [LAMP, LAMP_AGAIN, LIFT, SMOKE, '另一件小事'].map(saidAs),
    );
    const conclude = await community.ask(
      'POST',
      `/api/v1/tasks/${(await seen())['tasks'].find((one: { kind: string }) => one.kind === 'collate').id}/acts/concludeCollation`,
      {},
    );
    expect([conclude.status, conclude.body['type']]).toEqual(notNow('items-unclassified'));
    const merge = await offered(community, 'mergeItem', again);
    expect(merge.input['properties'].into.oneOf).toContainEqual({ const: lamp?.split('.')[1], title: LAMP });
    const into = (id?: string) => ({ into: id?.split('.')[1] });
    expect(await refusal(community, merge, into(again))).toEqual([422, '/problems/merged-into-itself']);
    expect(await refusal(resident, merge, into(lamp))).toEqual([403, '/problems/not-yours']);
    await community.follow(merge, into(lamp));
    expect(await refusal(community, merge, into(lamp))).toEqual(notNow('item-closed'));
    await does([community], session, 'splitItem', { first: '一件小事', second: '又一件小事' }, small);
    await does([community], session, 'classifyItem', { grade: 'spot' }, lamp);
    await does([community], session, 'classifyItem', { grade: 'matter' }, lift);
    await does([community], session, 'classifyItem', { grade: 'common' }, smoke);
    for (const words of ['一件小事', '又一件小事'])
      await does([community], session, 'classifyItem', { grade: 'spot' }, await saidAs(words));
    await does([community], session, 'concludeCollation');
  });

  it('3: what is small is settled on the spot', async () => {
    const small = (await community.actions(session)).filter(({ name }) => name === 'submitSettlement');
    expect(small).toHaveLength(3);
    const [first] = small;
    if (first === undefined) throw new Error('nothing to settle');
    expect(await refusal(community, first, { result: '' })).toEqual([400, '/problems/malformed']);
    for (const settle of small) await community.follow(settle, { result: '当场换了灯泡。' });
    expect(await refusal(community, first, { result: '再来一次' })).toEqual(notNow('task-settled'));
  });

  it(
    '3: a matter goes its six steps, its reporter rates it, and its end closes the item',
    async () => {
      const lift = await saidAs(LIFT);
      const matter = await begunFor(lift);
      const shown = await community.get(matter.href);
      expect([shown['words'], shown['parent'].href]).toEqual([LIFT, session]);
      await walk([...staff, resident], matter.id, [
        ['acceptMatter', { lead: house.unit('housing') }],
        ...['registerMatter', 'submitResult', 'acceptResult'],
        ['rateResult', { contacted: 'yes', ...good }],
        'acceptScore',
      ]);
      await until(async () => ((await endings())[LIFT] === 'done' ? true : undefined));
    },
    PATIENCE,
  );

  it(
    '3: a common problem is raised to the city, solved and watched',
    async () => {
      const { href } = await begunFor(await saidAs(SMOKE));
      const [supervisor, confirm] = await whoMay(staff, href, 'addPlace');
      const early = (await supervisor.get(href))['tasks'].find(
        (one: { kind: string }) => one.kind === 'confirm',
      );
      const refused = await supervisor.ask('POST', `${early.href}/acts/confirmCommon`, {});
      expect([refused.status, refused.body['type']]).toEqual(notNow('too-few-places'));
      await supervisor.follow(confirm, { place: ESTATE });
      await does(staff, href, 'confirmCommon');
      await does(staff, href, 'assignProblem', { level: 'district', unit: house.unit('housing') });
      await does(staff, href, 'submitSolution');
      await does(staff, href, 'submitMeasure');
      await does(staff, href, 'acceptMeasure');
      expect((await supervisor.get(href))['step'].value).toBe('watch');
    },
    PATIENCE,
  );

  it(
    '4: who said it is told, and the deputy learns of it',
    async () => {
      // The lamp twice, for it was said by two; the others gave no name, and the matter has told its reporter itself.
      for (let voices = 0; voices < 2; voices += 1)
        await does([community], session, 'confirmTold', { by: 'phone', receipt: '知道了' });
      for (let results = 0; results < 5; results += 1) await does([deputy], session, 'acknowledgeResult');
    },
    PATIENCE,
  );

  it(
    '5: it is scored by residents and by the deputy, and closes with its last item',
    async () => {
      const callback = staff.slice(2, 3);
      const [, rate] = await whoMay(callback, session, 'recordCallBack');
      expect(await refusal(community, rate, good)).toEqual([403, '/problems/not-performer']);
      await does(callback, session, 'recordCallBack', good);
      await does(callback, session, 'recordCallBack', { ...good, satisfaction: 'basically' });
      await does([deputy], session, 'scoreSession', { points: 95 });
      const closed = await until(async () => {
        const now = await seen();
        return now['status'] === 'closed' ? now : undefined;
      });
      expect([closed['ending'], closed['actions']]).toEqual(['closed', []]);
      expect(await endings()).toEqual({
        ...{ [LAMP]: 'done', [LAMP_AGAIN]: 'merged', [LIFT]: 'done', [SMOKE]: 'done' },
        ...{ 另一件小事: 'split', 一件小事: 'done', 又一件小事: 'done' },
      });
      expect(closed['facts']).toMatchObject({ points: 95, score: expect.any(Number) });
    },
    PATIENCE,
  );

  it('leaves the three lists behind, to be read, printed and taken away', async () => {
    const { lists } = (await seen())['links'];
    expect(lists.map((one: { name: string }) => one.name)).toEqual(['problems', 'duties', 'corrections']);
    for (const { href } of lists as { href: string }[]) {
      const { rows } = await community.get(href);
      expect(rows.map((row: { words: string }) => row.words).sort()).toEqual(
        [LAMP, LIFT, SMOKE, '一件小事', '又一件小事'].sort(),
      );
      expect(await community.file(`${href}?format=xlsx`)).toMatchObject({
        status: 200,
        start: 'PK\u0003\u0004',
      });
      expect(await community.file(`${href}?format=pdf`)).toEqual({
        ...{ status: 200, type: 'application/pdf', start: '%PDF' },
      });
      expect((await house.anonymous.ask('GET', href)).body['type']).toBe('/problems/not-signed-in');
    }
  });
});
