import { randomUUID } from 'node:crypto';
import { postRoles } from '../../apps/api/door/role.ts';
import { table } from '../../apps/api/door/table.ts';
import { rightTitles } from '../../apps/api/register/right-words.ts';
import { COMMUNITY, DISTRICT, ESTATE, openAsOwner } from '../prisma/small-town.ts';
import { signedIn, visitor } from './visitor.ts';
import type { Json, Visitor } from './visitor.ts';
import { fresh, openWatched } from './watch-town.ts';

let watched: Awaited<ReturnType<typeof openWatched>>;
let system: Visitor;
let security: Visitor;
let auditor: Visitor;

beforeAll(async () => {
  watched = await openWatched();
  const { house } = watched;
  await house.hire('security.b', { role: 'securityAdministrator', unit: 'gov', place: DISTRICT });
  [system, security, auditor] = await Promise.all([
    house.as('system'),
    house.as('security'),
    house.as('auditor'),
  ]);
});
afterAll(() => watched.house.close());

const register = '/api/v1/register';
const place = (path: string) => watched.house.ids.places.get(path.split('/').at(-1) ?? '') ?? '';
const person = (account: string) => watched.house.ids.people.get(account) ?? '';
const unit = (code: string) => watched.unit(code);
const typeOf = ({ status, body }: { status: number; body: Json }) => [status, body.type];
const rowIn = async (who: Visitor, list: string, key: string, value: string): Promise<Json> =>
  (await who.get(`${register}/${list}`)).body.items.find((row: Json) => row[key] === value);
const actionOf = (row: Json, name: string): Json => row.actions.find((one: Json) => one.name === name);

/** A new account, by following the action that offers it. */
async function added(account: string, name = account): Promise<{ id: string; password: string }> {
  const { actions } = (await system.get(`${register}/people`)).body;
  const { status, body } = await system.post(actions[0].href, { account, name });
  expect(status).toBe(201);
  return body;
}

const clerkPost = () => ({ role: 'department', unit: unit('transport') });

describe('who comes to the register', () => {
  const readers = ['system', 'security', 'auditor'];
  it.each([
    ['community', false],
    ['housing', false],
    ['supervisor', false],
    ['deputy', false],
    ['grid', false],
    ['resident', false],
    ...readers.map((account) => [account, true] as const),
  ] as const)('%s: %s', async (account, may) => {
    const who = await watched.house.as(account);
    const lists = ['register/places', 'register/units', 'register/people', 'roles'];
    const answers = await Promise.all(lists.map((list) => who.get(`/api/v1/${list}`)));
    expect(answers.map(({ status }) => status)).toEqual(lists.map(() => (may ? 200 : 403)));
    expect((await who.get('/api/v1/records')).status).toBe(may ? 200 : 403);
  });

  it('one keeps, one secures, one only reads: each is refused what is the others’', async () => {
    const post = { role: 'community', unit: unit('community') };
    const keeping = { account: 'somebody.else', name: 'x' };
    const asked = (who: Visitor) => [
      who.post(`${register}/people`, keeping),
      who.post(`${register}/people/${person('grid')}/posts`, post),
      who.post(`${register}/people/${person('grid')}/password`, {}),
      who.post(`${register}/units/${unit('housing')}/end`, {}),
    ];
    const statuses = async (who: Visitor) =>
      (await Promise.all(asked(who))).map(({ status }) => status === 403);
    expect(await statuses(auditor)).toEqual([true, true, true, true]);
    expect((await statuses(security)).filter((_one, i) => i === 0 || i === 3)).toEqual([true, true]);
    expect((await system.post(`${register}/people/${person('grid')}/posts`, post)).status).toBe(403);
    expect((await system.post(`${register}/people/${person('grid')}/password`, {})).status).toBe(403);
  });

  it('administrators see no matter, and residents stand in no list', async () => {
    for (const who of [system, security])
      for (const list of ['matters', 'tasks', 'processes'])
        expect((await who.get(`/api/v1/${list}`)).body.items ?? []).toEqual([]);
    expect(await rowIn(system, 'people?state=all&limit=200', 'account', 'resident')).toBeUndefined();
    expect((await system.post(`${register}/people/${person('resident')}/end`, {})).status).toBe(404);
  });

  it('every right of the table has words in both languages', async () => {
    const named = new Set(Object.keys(rightTitles));
    expect(table.flatMap(({ actions }) => actions).filter((action) => !named.has(action))).toEqual([]);
    const { items } = (await auditor.get('/api/v1/roles', { 'accept-language': 'en' })).body;
    expect(items.map(({ role }: Json) => role.value)).toEqual([...postRoles]);
    const grid = items.find(({ role }: Json) => role.value === 'gridWorker');
    expect([grid.role.title, grid.a]).toEqual(['Grid worker', 1]);
    expect(JSON.stringify(items)).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('the tree of places', () => {
  it('grows below a place, with a code made for it, and is walked down', async () => {
    const { body } = await system.get(`${register}/places?parent=${place(ESTATE)}`);
    expect(body.trail.map(({ title }: Json) => title)).toEqual([
      ...['东胜区', '交通街道', '安达社区', '安达小区'],
    ]);
    const made = await system.post(body.actions[0].href, { name: '1号楼' });
    expect(made.status).toBe(201);
    const again = await system.post(body.actions[0].href, { name: '2号楼', nameEn: 'House 2' });
    const { items } = (await system.get(`${register}/places?parent=${place(ESTATE)}`)).body;
    expect(items.map(({ code, title, level }: Json) => [code, title, level.title])).toEqual([
      ['150602001001001001', '1号楼', '楼栋'],
      ['150602001001001002', '2号楼', '楼栋'],
    ]);
    expect(actionOf(items[0], 'addPlace')).toBeUndefined();
    expect(typeOf(await system.post(`${register}/places/${again.body.id}/places`, { name: 'x' }))).toEqual([
      409,
      '/problems/place-lowest',
    ]);
  });

  it('refuses a name and a code that are there, at the field', async () => {
    const add = `${register}/places/${place(COMMUNITY)}/places`;
    const name = await system.post(add, { name: '安达小区' });
    expect([name.status, name.body.errors[0].pointer]).toEqual([422, '#/name']);
    const code = await system.post(add, { name: '另一个', code: '150602001' });
    expect([code.body.type, code.body.errors[0].pointer]).toEqual(['/problems/code-known', '#/code']);
  });

  it('is renamed, never moved: path and code stay', async () => {
    const row = await rowIn(system, `places?parent=${place(COMMUNITY)}`, 'code', '150602001001001');
    const rename = actionOf(row, 'renamePlace');
    expect(rename.input.properties.name.default).toBe('安达小区');
    expect(typeOf(await system.post(rename.href, { name: 'x', parent: place(DISTRICT) }))[0]).toBe(400);
    expect((await system.post(rename.href, { name: '安达新苑', nameEn: 'Anda New' })).status).toBe(200);
    const { path } = await watched.house.db.prisma.place.findUniqueOrThrow({ where: { id: row.id } });
    expect(path).toBe(ESTATE);
  });

  it('ends only where nothing is open, and then takes no report', async () => {
    const add = `${register}/places/${place(COMMUNITY)}/places`;
    const { id } = (await system.post(add, { name: '幸福里', code: 'happy-1' })).body;
    const report = { kind: 'housing.lift', place: 'happy-1', words: 'a lift' };
    const reported = await visitor(watched.house.app).post('/api/v1/matters', report);
    expect(reported.status).toBeLessThan(300);
    const refused = await system.post(`${register}/places/${id}/end`, {});
    expect([refused.body.type, refused.body.detail]).toEqual([
      '/problems/place-not-empty',
      expect.stringContaining('1 件在办'),
    ]);
    await watched.house.db.pool.query(`update outbox set done_at = now() where process_id = $1`, [
      reported.body.id,
    ]);
    await watched.house.db.pool.query(`update process set closed_at = now() where id = $1`, [
      reported.body.id,
    ]);
    expect((await system.post(`${register}/places/${id}/end`, {})).status).toBe(200);
    const late = await visitor(watched.house.app).post('/api/v1/matters', report);
    expect(typeOf(late)).toEqual([422, '/problems/place-unknown']);
    const below = (await visitor(watched.house.app).get(`/api/v1/places?parent=${place(COMMUNITY)}`)).body;
    expect(below.items.map(({ code }: Json) => code)).not.toContain('happy-1');
    expect((await rowIn(system, 'places?q=幸福&state=ended', 'id', id)).actions).toEqual([]);
  });
});

describe('the units', () => {
  it('are added, changed and ended; superiors in a circle are refused at the field', async () => {
    const [add] = (await system.get(`${register}/units`)).body.actions;
    const parks = { name: '园林局', kind: 'department', place: DISTRICT, superior: unit('gov') };
    const { id } = (await system.post(add.href, parks)).body;
    const row = await rowIn(system, 'units?vacant=true', 'id', id);
    expect([row.code, row.isVacant, row.a, row.superior.value]).toEqual([
      ...['department-1', true, 0, unit('gov')],
    ]);
    const circle = await system.post(`${register}/units/${unit('gov')}/change`, {
      ...{ name: 'gov', superior: id, handles: true },
    });
    expect([circle.body.type, circle.body.errors[0].pointer]).toEqual(['/problems/unit-cycle', '#/superior']);
    const twice = await system.post(add.href, { ...parks, code: 'parks' });
    expect([twice.body.type, twice.body.errors[0].pointer]).toEqual(['/problems/name-known', '#/name']);
    expect((await system.post(actionOf(row, 'endUnit').href, {})).status).toBe(200);
    const options = (await system.get('/api/v1/units?limit=200')).body.items;
    expect(options.map(({ value }: Json) => value)).not.toContain(id);
    const full = await system.post(`${register}/units/${unit('housing')}/end`, {});
    expect(full.body.detail).toMatch(/2 个岗位/);
  });
});

describe('a person', () => {
  it('gets a one-time password that is told once, kept nowhere, and opens nothing but its own change', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = { account: 'new.one', name: '新人' };
    const first = await system.post(`${register}/people`, body, key);
    const second = await system.post(`${register}/people`, body, key);
    expect([first.status, second.body]).toEqual([201, { id: first.body.id }]);
    const { rows } = await watched.house.db.pool.query(
      `select count(*)::int as n from command_outcome where answer::text like '%' || $1 || '%'`,
      [first.body.password],
    );
    expect(rows[0].n).toBe(0);
    const taken = await system.post(`${register}/people`, body);
    expect([taken.status, taken.body.errors[0].pointer]).toEqual([422, '#/account']);

    const post = { role: 'community', unit: unit('community') };
    expect((await security.post(`${register}/people/${first.body.id}/posts`, post)).status).toBe(201);
    const door = visitor(watched.house.app);
    const opened = await door.post('/api/v1/sessions', {
      ...{ account: 'new.one', password: first.body.password },
    });
    const newcomer = visitor(watched.house.app, { authorization: `Bearer ${opened.body.token}` });
    expect((await newcomer.get('/api/v1/tasks')).body.items ?? []).toEqual([]);
    expect((await newcomer.get('/api/v1/people')).status).toBe(403);
    expect((await newcomer.get('/api/v1/sessions/current')).body.mustChangePassword).toBe(true);
    const own = { oldPassword: first.body.password, newPassword: 'chosen by myself' };
    expect((await newcomer.patch('/api/v1/people/current', own)).status).toBe(204);
    expect((await newcomer.get('/api/v1/people')).status).toBe(200);
    expect((await rowIn(security, 'people', 'account', 'new.one')).state).toBe('active');
  });

  it('does not get in any more when the one-time password is too old, and gets a new one', async () => {
    const { id, password } = await added('late.one');
    const owner = openAsOwner(watched.town);
    await owner.pool.query('update person set password_until = now() where id = $1', [id]);
    await owner.close();
    const credentials = { account: 'late.one', password };
    const refused = await visitor(watched.house.app).post('/api/v1/sessions', credentials);
    expect(typeOf(refused)).toEqual([401, '/problems/password-expired']);
    const row = await rowIn(security, 'people', 'account', 'late.one');
    const reset = await security.post(actionOf(row, 'resetPassword').href, {});
    expect(reset.body.password).toMatch(/^.{23}$/);
    const again = { account: 'late.one', password: reset.body.password };
    expect((await visitor(watched.house.app).post('/api/v1/sessions', again)).status).toBe(201);
  });

  it('sees the tasks of a post at once, and no longer when it has ended', async () => {
    await watched.keep((id) => fresh(watched.town, id, 'transport'));
    const { id } = await added('clerk.new');
    const clerk = await watched.house.as('supervisor').then(async () => {
      watched.house.ids.people.set('clerk.new', id);
      await watched.house.db.prisma.person.update({ where: { id }, data: { passwordUntil: null } });
      return watched.house.as('clerk.new');
    });
    const tasks = async () => (await clerk.get('/api/v1/tasks')).body.items?.length ?? 0;
    expect(await tasks()).toBe(0);
    const { href } = actionOf(await rowIn(security, 'people', 'id', id), 'givePost');
    expect((await security.post(href, clerkPost())).status).toBe(201);
    expect(await tasks()).toBe(1);
    const end = actionOf(await rowIn(security, 'people', 'id', id), 'endPost');
    expect(end.title).toBe('免去岗位：部门 · transport · A');
    expect((await security.post(end.href, {})).status).toBe(200);
    expect(await tasks()).toBe(0);
  });

  it('who leaves takes sessions and posts along, but nothing that is claimed', async () => {
    const { id } = await added('leaver');
    await security.post(`${register}/people/${id}/posts`, clerkPost());
    await watched.house.db.prisma.person.update({ where: { id }, data: { passwordUntil: null } });
    watched.house.ids.people.set('leaver', id);
    const leaver = await watched.house.as('leaver');
    const [task] = (await leaver.get('/api/v1/tasks')).body.items;
    await watched.house.db.pool.query('update task set held_by_id = $2 where id = $1', [task.id, id]);
    const held = await system.post(`${register}/people/${id}/end`, {});
    expect([held.status, held.body.detail]).toEqual([409, expect.stringContaining('1 项已签收')]);
    await watched.house.db.pool.query('update task set held_by_id = null where id = $1', [task.id]);
    expect((await system.post(`${register}/people/${id}/end`, {})).status).toBe(200);
    expect((await leaver.get('/api/v1/sessions/current')).status).toBe(401);
    const row = await rowIn(system, 'people?state=ended', 'id', id);
    expect([row.posts, row.actions.map(({ name }: Json) => name)]).toEqual([[], ['restorePerson']]);
    expect((await system.post(row.actions[0].href, {})).status).toBe(200);
  });

  it('is unlocked, set away and signed out by security, and each stands in the list', async () => {
    const { id } = await added('locked.one');
    await watched.house.db.pool.query(
      `update person set locked_until = now() + interval '1 hour' where id = $1`,
      [id],
    );
    const row = () => rowIn(security, 'people?q=locked.one', 'id', id);
    const follow = async (name: string, body: object = {}) =>
      (await security.post(actionOf(await row(), name).href, body)).status;
    expect((await row()).state).toBe('locked');
    expect(await follow('unlockAccount')).toBe(200);
    expect(await follow('setAway', { from: '2026-01-01T00:00:00Z', until: '2036-01-01T00:00:00Z' })).toBe(
      201,
    );
    expect((await row()).away.until).toBe('2036-01-01T08:00:00.000+08:00');
    expect(await follow('endAway')).toBe(200);
    watched.house.ids.people.set('locked.one', id);
    const one = await watched.house.as('locked.one');
    const [session] = (await security.get(`/api/v1/sessions?person=${id}`)).body.items;
    expect(session.person.title).toBe('locked.one');
    expect((await security.post(session.actions[0].href, {})).status).toBe(200);
    expect((await one.get('/api/v1/sessions/current')).status).toBe(401);
  });
});

describe('a post is refused', () => {
  it.each<[string, string, () => object, string, string]>([
    ['twice', 'housing', () => ({ role: 'department', unit: unit('housing') }), 'post-known', 'role'],
    ['without a unit', 'housing', () => ({ role: 'supervisor', place: DISTRICT }), 'unit-needed', 'unit'],
    ['without a place', 'housing', () => ({ role: 'deputy' }), 'place-needed', 'place'],
    [
      'outside its unit',
      'housing',
      () => ({ role: 'gridWorker', unit: unit('community'), place: DISTRICT }),
      'place-outside-unit',
      'place',
    ],
    [
      'that calls back elsewhere',
      'housing',
      () => ({ role: 'community', unit: unit('community'), callBack: true }),
      'call-back-supervisor',
      'callBack',
    ],
    [
      'to an administrator besides',
      'system',
      () => ({ role: 'community', unit: unit('community') }),
      'powers-apart',
      'role',
    ],
    ['of power to a clerk', 'housing', () => ({ role: 'auditor', place: DISTRICT }), 'powers-apart', 'role'],
  ])('%s', async (_what, account, post, type, field) => {
    const { status, body } = await security.post(`${register}/people/${person(account)}/posts`, post());
    expect([status, body.type, body.errors[0].pointer]).toEqual([422, `/problems/${type}`, `#/${field}`]);
  });

  it('to oneself, and nobody offers it', async () => {
    const own = await rowIn(security, 'people', 'account', 'security');
    expect(own.actions).toEqual([]);
    const post = { role: 'deputy', place: DISTRICT };
    expect(typeOf(await security.post(`${register}/people/${own.id}/posts`, post))).toEqual([
      403,
      '/problems/not-yourself',
    ]);
    expect((await security.post(`${register}/posts/${own.posts[0].id}/end`, {})).status).toBe(403);
    expect((await security.post(`${register}/people/${own.id}/password`, {})).status).toBe(403);
  });

  it('an end, where it would leave a town without one of the three powers', async () => {
    const only = await rowIn(security, 'people', 'account', 'system');
    const end = await security.post(`${register}/posts/${only.posts[0].id}/end`, {});
    expect(typeOf(end)).toEqual([409, '/problems/last-of-power']);
    const second = await rowIn(security, 'people', 'account', 'security.b');
    expect((await security.post(actionOf(second, 'endPost').href, {})).status).toBe(200);
  });
});

describe('the record', () => {
  it('says who changed what, from what to what: all of it to the auditor, the own to each administrator', async () => {
    const of = place(ESTATE);
    const { items } = (await auditor.get(`/api/v1/records?what=place&of=${of}`)).body;
    expect(items[0]).toMatchObject({
      ...{ by: { title: 'system' }, act: { title: '地点改名' }, of: { title: '安达新苑' } },
      changes: [
        { field: { value: 'name', title: '名称' }, before: '安达小区', after: '安达新苑' },
        { field: { value: 'nameEn' }, before: 'Anda Estate', after: 'Anda New' },
      ],
    });
    const actsOf = async (who: Visitor) =>
      new Set((await who.get('/api/v1/records?limit=200')).body.items.map(({ by }: Json) => by.title));
    expect(await actsOf(system)).toEqual(new Set(['system']));
    expect(await actsOf(security)).toEqual(new Set(['security']));
    expect(await actsOf(auditor)).toEqual(new Set(['system', 'security']));
    const page = (await auditor.get('/api/v1/records?limit=2', { 'accept-language': 'en' })).body;
    const next = (await auditor.get(`/api/v1/records?limit=2&cursor=${page.nextCursor}`)).body;
    expect(new Set([...page.items, ...next.items].map(({ id }: Json) => id)).size).toBe(4);
    expect(JSON.stringify(page.items.map(({ act, what }: Json) => [act, what]))).not.toMatch(
      /\p{Script=Han}/u,
    );
  });

  it('is changed by nobody, its owner included', async () => {
    const owner = openAsOwner(watched.town);
    for (const sql of [`update admin_record set act = 'x'`, 'delete from admin_record']) {
      await expect(owner.pool.query(sql)).rejects.toThrow('append-only');
      await expect(watched.house.db.pool.query(sql)).rejects.toThrow(/permission denied/);
    }
    await owner.close();
  });

  it('holds no password', async () => {
    await signedIn(watched.house.app, 'system');
    const { rows } = await watched.house.db.pool.query(
      `select count(*)::int as n from admin_record where (before::text || after::text) ~ 'scrypt|password"'`,
    );
    expect(rows[0].n).toBe(0);
  });
});
