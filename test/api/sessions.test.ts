import { openHouse } from './house.ts';
import type { House } from './house.ts';
import { DISTRICT, PASSWORD } from '../prisma/small-town.ts';
import { signedIn, visitor } from './visitor.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const credentials = (account: string, password = PASSWORD) => ({ account, password });

describe('signing in', () => {
  it('gives a cookie out of reach of scripts and a token for other clients', async () => {
    await house.hire('clerk', { role: 'department', place: DISTRICT, unit: 'housing' });
    const { status, body, headers } = await visitor(house.app).post('/api/v1/sessions', credentials('clerk'));
    expect(status).toBe(201);
    expect(body.token).toMatch(/^[\w-]{43}$/);
    expect(headers['set-cookie']).toMatch(/^minqing=.*HttpOnly; SameSite=Lax/);
    expect(headers['set-cookie']).not.toMatch(/Secure/);
  });

  it('keeps the cookie to https where it was reached by https', async () => {
    const behind = await openHouse({ environment: { MINQING_TRUST_PROXY: 'true' } });
    await behind.hire('clerk');
    const { headers } = await visitor(behind.app, { 'x-forwarded-proto': 'https' }).post(
      '/api/v1/sessions',
      credentials('clerk'),
    );
    expect(headers['set-cookie']).toMatch(/Secure/);
    await behind.close();
  });

  it('keeps only a fingerprint of the token', async () => {
    const { body } = await visitor(house.app).post('/api/v1/sessions', credentials('clerk'));
    const sessions = await house.db.prisma.session.findMany();
    expect(JSON.stringify(sessions)).not.toContain(body.token);
  });

  it('tells who is signed in, with posts and capacities, in the language asked for', async () => {
    const clerk = await signedIn(house.app, 'clerk', { 'accept-language': 'en' });
    const { body } = await clerk.get('/api/v1/sessions/current');
    expect(body.person.title).toBe('clerk');
    expect(body.capacities).toEqual(['resident', 'department']);
    expect(body.posts[0].unit.title).toBe('housing');
  });

  it.each([
    ['a wrong password', 'clerk', 'not the password'],
    ['an unknown account', 'nobody', PASSWORD],
  ])('refuses %s with the same words', async (_what, account, password) => {
    const { status, body } = await visitor(house.app).post(
      '/api/v1/sessions',
      credentials(account, password),
    );
    expect(status).toBe(401);
    expect(body).toMatchObject({ type: '/problems/sign-in-failed', detail: '账号或密码不正确。' });
  });

  it('refuses an account that was taken out of use', async () => {
    await house.hire('gone');
    await house.db.prisma.person.update({ where: { account: 'gone' }, data: { disabledAt: new Date() } });
    const { status } = await visitor(house.app).post('/api/v1/sessions', credentials('gone'));
    expect(status).toBe(401);
  });

  it.each(['locked', 'stranger'])(
    'locks the account %s after five wrong passwords, known or not',
    async (account) => {
      if (account === 'locked') await house.hire(account);
      const door = visitor(house.app, { 'accept-language': 'en' });
      const wrong = Array.from({ length: 5 }, () =>
        door.post('/api/v1/sessions', credentials(account, 'wrong')),
      );
      for (const { status } of await Promise.all(wrong)) expect(status).toBe(401);
      const { status, body, headers } = await door.post('/api/v1/sessions', credentials(account));
      expect([status, body.type]).toEqual([429, '/problems/account-locked']);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    },
  );

  it('opens a locked account again when its time is over', async () => {
    await house.hire('patient');
    const door = visitor(house.app);
    for (let i = 0; i < 5; i += 1) await door.post('/api/v1/sessions', credentials('patient', 'wrong'));
    await house.db.prisma.person.update({ where: { account: 'patient' }, data: { lockedUntil: new Date() } });
    expect((await door.post('/api/v1/sessions', credentials('patient'))).status).toBe(201);
  });
});

describe('sessions', () => {
  it('end when their holder signs out', async () => {
    const clerk = await signedIn(house.app, 'clerk');
    expect((await clerk.del('/api/v1/sessions/current')).status).toBe(204);
    expect((await clerk.get('/api/v1/sessions/current')).status).toBe(401);
  });

  it('end by themselves', async () => {
    const clerk = await signedIn(house.app, 'clerk');
    await house.db.prisma.session.updateMany({ data: { expiresAt: new Date() } });
    expect((await clerk.get('/api/v1/sessions/current')).status).toBe(401);
  });

  it('are listed and ended by their own holder, and by no colleague', async () => {
    await house.hire('colleague');
    const [clerk, colleague] = [await signedIn(house.app, 'clerk'), await signedIn(house.app, 'colleague')];
    const mine = (await clerk.get('/api/v1/sessions')).body.items;
    expect(mine.filter((s: { isCurrent: boolean }) => s.isCurrent)).toHaveLength(1);
    expect((await colleague.get('/api/v1/sessions')).body.items).toHaveLength(1);
    expect((await colleague.del(`/api/v1/sessions/${mine[0].id}`)).status).toBe(403);
    expect((await clerk.del(`/api/v1/sessions/${mine[0].id}`)).status).toBe(204);
  });

  it('are ended by the security administrator, at once', async () => {
    await house.hire('guard', { role: 'securityAdministrator', place: DISTRICT, unit: null });
    const [guard, clerk] = [await signedIn(house.app, 'guard'), await signedIn(house.app, 'clerk')];
    const person = (await clerk.get('/api/v1/sessions/current')).body.person.id;
    const { items } = (await guard.get(`/api/v1/sessions?person=${person}`)).body;
    for (const { id } of items) expect((await guard.del(`/api/v1/sessions/${id}`)).status).toBe(204);
    expect((await clerk.get('/api/v1/sessions/current')).status).toBe(401);
  });

  it('of the other places end when the password is changed', async () => {
    await house.hire('careful');
    const [here, there] = [await signedIn(house.app, 'careful'), await signedIn(house.app, 'careful')];
    const change = (oldPassword: string) =>
      here.patch('/api/v1/people/current', { oldPassword, newPassword: 'another long password' });
    expect((await change('wrong')).body.type).toBe('/problems/password-wrong');
    expect((await change(PASSWORD)).status).toBe(204);
    expect((await here.get('/api/v1/sessions/current')).status).toBe(200);
    expect((await there.get('/api/v1/sessions/current')).status).toBe(401);
  });

  it('for information systems are given by the security administrator only, and to systems only', async () => {
    await house.hire('hotline', { role: 'system', place: DISTRICT, unit: null });
    const system = house.ids.people.get('hotline');
    const clerk = await signedIn(house.app, 'clerk');
    const guard = await signedIn(house.app, 'guard');
    expect((await clerk.post(`/api/v1/people/${system}/sessions`, { days: 30 })).status).toBe(403);
    const { status, body } = await guard.post(`/api/v1/people/${system}/sessions`, { days: 30 });
    expect(status).toBe(201);
    const hotline = visitor(house.app, { authorization: `Bearer ${body.token}` });
    expect((await hotline.get('/api/v1/sessions/current')).body.capacities).toEqual(['resident', 'system']);
    const person = (await clerk.get('/api/v1/sessions/current')).body.person.id;
    expect((await guard.post(`/api/v1/people/${person}/sessions`, { days: 1 })).status).toBe(422);
  });
});

describe('a browser', () => {
  const cookieOf = async () => {
    const { headers } = await visitor(house.app).post('/api/v1/sessions', credentials('clerk'));
    return String(headers['set-cookie']).split(';')[0] ?? '';
  };

  it('is known by its cookie', async () => {
    const browser = visitor(house.app, { cookie: await cookieOf() });
    expect((await browser.get('/api/v1/sessions/current')).body.person.account).toBe('clerk');
  });

  it.each([
    ['another site by fetch metadata', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbouring site', { 'sec-fetch-site': 'same-site' }, 403],
    ['another origin', { origin: 'https://elsewhere.example' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['our own page', { 'sec-fetch-site': 'same-origin' }, 204],
    ['our own origin', { origin: 'http://localhost:8080', host: 'localhost:8080' }, 204],
  ])('that was sent by %s gets %o: %i', async (_who, headers, status) => {
    const browser = visitor(house.app, { cookie: await cookieOf() });
    expect((await browser.del('/api/v1/sessions/current', headers)).status).toBe(status);
  });
});
