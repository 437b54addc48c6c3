import { randomUUID } from 'node:crypto';
import { DISTRICT, ESTATE } from '../prisma/small-town.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import { visitor } from './visitor.ts';
import type { Visitor } from './visitor.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse(); // Temporal is not there, and need not be
  await house.hire('hotline', { role: 'system', place: DISTRICT, unit: null });
});
afterAll(() => house.close());

const place = ESTATE.split('/').at(-1);
const report = { kind: 'housing.lift', place, words: '电梯又坏了，老人下不了楼。' };
const take = (who: Visitor, more: object = {}, headers = {}) =>
  who.post('/api/v1/matters', { ...report, ...more }, headers);
const intake = (id: string) => house.db.prisma.intake.findUniqueOrThrow({ where: { id } });

describe('taking a matter in, while Temporal is away', () => {
  it('answers with a receipt number and a code, and keeps the words sealed', async () => {
    const { status, body } = await take(visitor(house.app));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      href: `/api/v1/matters/${body.id}`,
      code: expect.stringMatching(/^\d{6}$/),
    });
    const rows = await house.db.pool.query('select * from words where matter_id = $1', [body.id]);
    expect(JSON.stringify(rows.rows)).not.toContain('电梯');
  });

  it.each([
    ['a stranger', undefined, { way: 'resident', channel: 'web', reporterId: null, takenById: null }],
    ['a resident', 'resident', { way: 'resident', channel: 'web', takenById: null }],
    ['a grid worker', 'grid', { way: 'cadre', channel: 'web', reporterId: null }],
    ['an information system', 'hotline', { way: 'system', channel: 'system', reporterId: null }],
  ])('from %s notes the way it came', async (_who, account, expected) => {
    const who = account === undefined ? visitor(house.app) : await house.as(account);
    const { body } = await take(who);
    const row = await intake(body.id);
    expect(row).toMatchObject(expected);
    const own = account === 'resident' ? row.reporterId : row.takenById;
    expect(own ?? undefined).toBe(account && house.ids.people.get(account));
  });

  it('may be told later than it happened, by staff only, and then carries both times', async () => {
    const happenedAt = '2026-01-05T09:00:00+08:00';
    const { body } = await take(await house.as('grid'), { happenedAt, channel: 'patrol' });
    expect((await intake(body.id)).happenedAt).toEqual(new Date(happenedAt));
    const future = await take(await house.as('grid'), { happenedAt: '2126-01-05T09:00:00+08:00' });
    expect(future.body.type).toBe('/problems/happens-later');
    const bad = await take(visitor(house.app), { happenedAt });
    expect(bad).toMatchObject({ status: 400, body: { errors: [{ pointer: '#/happenedAt' }] } });
  });

  it('takes a number of a source once, from systems only', async () => {
    const hotline = await house.as('hotline');
    expect((await take(hotline, { external: '12345-1' })).status).toBe(201);
    expect((await take(hotline, { external: '12345-1' })).body).toMatchObject({
      status: 409,
      type: '/problems/external-known',
    });
    expect((await take(await house.as('grid'), { external: '12345-2' })).status).toBe(403);
  });

  it.each([
    ['a kind that does not exist', { kind: 'nonsense' }, 422, '/problems/kind-unknown'],
    ['a place that does not exist', { place: 'nowhere' }, 422, '/problems/place-unknown'],
    [
      'an attachment that was never handed in',
      { attachments: [randomUUID()] },
      422,
      '/problems/attachment-unknown',
    ],
    ['an answer by phone without a number', { answerBy: 'phone' }, 400, '/problems/malformed'],
    ['no words', { words: '   ' }, 400, '/problems/malformed'],
  ])('refuses %s', async (_what, more, status, type) => {
    expect(await take(visitor(house.app), more)).toMatchObject({ status, body: { type } });
  });
});

describe('an Idempotency-Key', () => {
  it.each([[''], ['short'], ['with blanks in it']])('that is %p is refused', async (key) => {
    const { status, body } = await take(visitor(house.app), {}, { 'idempotency-key': key });
    expect([status, body.type]).toEqual([400, '/problems/idempotency-key-missing']);
  });

  it('with the same body gets the first answer again, also when both come at once', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => take(visitor(house.app), {}, headers)));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  });

  it('with another body is refused', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    await take(visitor(house.app), {}, headers);
    const { status, body } = await take(visitor(house.app), { words: 'other' }, headers);
    expect([status, body.type]).toEqual([422, '/problems/idempotency-key-reused']);
  });

  it('is the caller’s own: another’s is another', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const [one, other] = [
      await take(await house.as('grid'), {}, headers),
      await take(await house.as('community'), {}, headers),
    ];
    expect(one.body.id).not.toBe(other.body.id);
  });
});

describe('a receipt and its code', () => {
  const opens = (receipt: string, code: string) =>
    visitor(house.app).post('/api/v1/receipts', { receipt, code });

  it('open this one matter, also before its process has begun', async () => {
    const [mine, other] = [(await take(visitor(house.app))).body, (await take(visitor(house.app))).body];
    const { body } = await opens(mine.receipt, mine.code);
    const resident = visitor(house.app, { authorization: `Bearer ${body.token}` });
    expect((await resident.get(body.href)).body).toMatchObject({
      status: 'received',
      words: report.words,
      actions: [],
    });
    expect((await resident.get(other.href)).status).toBe(403);
    expect((await resident.get('/api/v1/matters')).body.items.map(({ id }: { id: string }) => id)).toEqual([
      mine.id,
    ]);
    expect((await resident.get('/api/v1/sessions/current')).body).toMatchObject({
      person: null,
      matter: mine.id,
    });
    expect((await resident.get('/api/v1/people')).status).toBe(403);
  });

  it('show at once that it was received, with its words and photos, to whoever holds them', async () => {
    const attachment = { id: randomUUID(), purpose: 'report', mime: 'image/jpeg', bytes: 1, sha256: 'x' };
    const sealed = { keyId: 'x', nonce: Buffer.alloc(1), sealed: Buffer.alloc(1) };
    await house.db.prisma.attachment.create({ data: { ...attachment, ...sealed } });
    const mine = (await take(visitor(house.app), { attachments: [attachment.id] })).body;
    const { body } = await opens(mine.receipt, mine.code);
    const seen = await visitor(house.app, { authorization: `Bearer ${body.token}` }).get(body.href);
    expect(seen.body).toMatchObject({
      ...{ status: 'received', step: null, words: report.words, tasks: [], requests: [] },
      receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.+\+08:00$/),
      attachments: [{ id: attachment.id, href: `/api/v1/attachments/${attachment.id}` }],
    });
  });

  it('are refused alike when the number or the code is wrong', async () => {
    const { receipt, code } = (await take(visitor(house.app))).body;
    const wrong = [await opens(receipt, code === '000000' ? '000001' : '000000'), await opens('none', code)];
    for (const { status, body } of wrong)
      expect([status, body.type]).toEqual([401, '/problems/receipt-unknown']);
  });

  it('make a token that nobody can change', async () => {
    const { receipt, code } = (await take(visitor(house.app))).body;
    const { token } = (await opens(receipt, code)).body;
    const claim = Buffer.from(JSON.stringify({ matter: randomUUID(), until: 9e15 })).toString('base64url');
    for (const forged of [token.replace(/\.[^.]+\./, `.${claim}.`), `${token}0`, 'r.e30.00:00', 'r..']) {
      const { status } = await visitor(house.app, { authorization: `Bearer ${forged}` }).get(
        '/api/v1/matters',
      );
      expect(status).toBe(401);
    }
  });

  it('cannot be guessed: a receipt rests after a few wrong codes', async () => {
    const strict = await openHouse({ environment: { MINQING_LIMIT_FACTOR: '1' } });
    const guesses = Array.from({ length: 9 }, () =>
      visitor(strict.app).post('/api/v1/receipts', { receipt: 'x', code: '1' }),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect([statuses.filter((s) => s === 401).length, statuses.filter((s) => s === 429).length]).toEqual([
      8, 1,
    ]);
    await strict.close();
  });
});

describe('the list of matters', () => {
  it('is empty for a stranger, and says what may be reported, in his language', async () => {
    const { body } = await visitor(house.app, { 'accept-language': 'en' }).get('/api/v1/matters');
    expect(body.items).toEqual([]);
    const [action] = body.actions;
    expect(action).toMatchObject({
      name: 'reportMatter',
      title: 'Report a matter',
      method: 'POST',
      href: '/api/v1/matters',
    });
    expect(action.input.required).toEqual(['kind', 'place', 'words']);
    expect(action.input.properties.kind.oneOf).toContainEqual({
      const: 'housing.lift',
      title: 'Lift out of order',
    });
    expect(action.input.properties.happenedAt).toBeUndefined();
  });

  it('asks staff for what residents are not asked', async () => {
    const { actions } = (await (await house.as('grid')).get('/api/v1/matters')).body;
    expect(Object.keys(actions[0].input.properties)).toEqual(
      expect.arrayContaining(['channel', 'happenedAt']),
    );
  });

  it('can be followed: what is sent by its form is taken', async () => {
    const who = visitor(house.app);
    const [action] = (await who.get('/api/v1/matters')).body.actions;
    const { kind, place: where } = action.input.properties;
    const sent = { kind: kind.oneOf[0].const, place: where.oneOf[0].const, words: 'followed' };
    expect((await who.post(action.href, sent)).status).toBe(201);
  });
});

describe('when the database is away', () => {
  it('nothing is taken, and the caller is told to come again', async () => {
    const lonely = await openHouse();
    await lonely.db.pool.end();
    const { status, body, headers } = await take(visitor(lonely.app));
    expect([status, body.type, headers['retry-after']]).toEqual([503, '/problems/database-away', '2']);
    await lonely.app.close().catch(() => undefined);
  });
});
