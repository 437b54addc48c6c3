import { Controller, Get, Module } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { describeApi } from '../../apps/api/document.ts';
import { UndeclaredRoute } from '../../apps/api/door/declared.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import { visitor } from './visitor.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

@Controller('api/v1/forgotten')
class ForgottenController {
  @Get()
  read() {
    return {};
  }
}

@Module({ controllers: [ForgottenController] })
class ForgottenModule {}

describe('every route', () => {
  it('declares its action: one that does not stops the start', async () => {
    const start = openHouse({ modules: [{ module: ForgottenModule, controllers: [ForgottenController] }] });
    await expect(start).rejects.toThrow(UndeclaredRoute);
    await expect(start).rejects.toThrow('ForgottenController.read');
  });

  it('stands in the committed OpenAPI document, which is up to date', () => {
    const committed: unknown = JSON.parse(readFileSync('apps/api/openapi.json', 'utf8'));
    expect(JSON.parse(JSON.stringify(describeApi(house.app)))).toEqual(committed);
  });

  it('is described for whoever asks', async () => {
    const { status, body } = await visitor(house.app).get('/api/v1/openapi.json');
    expect([status, body.openapi]).toEqual([200, '3.1.0']);
    expect(JSON.stringify(body)).not.toMatch(/"zh":|x-needs/);
  });
});

const nobody = '01900000-0000-7000-8000-000000000000';
const strangersTurnedAway = [
  ...[
    'sessions',
    'sessions/current',
    'units',
    'people',
    'posts',
    'absences',
    'notices',
    'events',
    'tasks',
    'cards',
  ],
  ...[
    'overview',
    `matters/${nobody}`,
    `matters/${nobody}/history`,
    `tasks/${nobody}.t1`,
    `attachments/${nobody}`,
  ],
  `commands/${nobody}`,
  ...['items', `items/${nobody}.i1`, `items/${nobody}.i1/letter.pdf`],
  ...[`processes/${nobody}/history`, `processes/${nobody}/deadlines`, `processes/${nobody}/lists/all`],
];

describe('a stranger', () => {
  it.each(strangersTurnedAway)('is asked to sign in at %s', async (path) => {
    const { status, body, headers } = await visitor(house.app).get(`/api/v1/${path}`);
    expect([status, body.type]).toEqual([401, '/problems/not-signed-in']);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(headers['www-authenticate']).toBe('Bearer');
  });

  it('with a token that nobody gave is refused also where strangers may enter', async () => {
    const { status } = await visitor(house.app, { authorization: 'Bearer made-up' }).get('/api/v1/places');
    expect(status).toBe(401);
  });

  it('with a cookie of a session that has ended is a stranger', async () => {
    const { status } = await visitor(house.app, { cookie: 'minqing=ended' }).get('/api/v1/places');
    expect(status).toBe(200);
  });
});

describe('bad input', () => {
  const open = '/api/v1/sessions';
  it.each<[string, string, string, unknown, number, string[]]>([
    ['no body', 'POST', open, undefined, 400, ['#']],
    ['an empty body', 'POST', open, {}, 400, ['#/account', '#/password']],
    ['a field too many', 'POST', open, { account: 'a', password: 'b', admin: true }, 400, ['#/admin']],
    ['a list for an object', 'POST', open, [], 400, ['#']],
    ['a limit of nothing', 'GET', '/api/v1/places?limit=0', undefined, 400, ['#/limit']],
    ['a limit beyond the largest', 'GET', '/api/v1/places?limit=201', undefined, 400, ['#/limit']],
    ['a parent that is no id', 'GET', '/api/v1/places?parent=x', undefined, 400, ['#/parent']],
    ['a receipt without its code', 'POST', '/api/v1/receipts', { receipt: 'x' }, 400, ['#/code']],
    ['a report of nothing', 'POST', '/api/v1/matters', {}, 400, ['#/kind', '#/place', '#/words']],
  ])('%s names its faults', async (_what, method, url, payload, status, pointers) => {
    const who = visitor(house.app, { 'accept-language': 'en' });
    const answer = method === 'GET' ? await who.get(url) : await who.post(url, payload);
    expect([answer.status, answer.body.errors.map((one: { pointer: string }) => one.pointer)]).toEqual([
      status,
      pointers,
    ]);
    expect(answer.headers['content-language']).toBe('en');
  });

  it.each<[string, string, Record<string, string>, string | undefined, number]>([
    ['JSON that is none', '/api/v1/sessions', { 'content-type': 'application/json' }, '{"account":', 400],
    [
      'JSON that would change prototypes',
      '/api/v1/sessions',
      { 'content-type': 'application/json' },
      '{"__proto__":{}}',
      400,
    ],
    ['another type', '/api/v1/sessions', { 'content-type': 'text/csv' }, 'a;b', 415],
    [
      'too much of it',
      '/api/v1/sessions',
      { 'content-type': 'application/json' },
      `"${'x'.repeat(1_100_000)}"`,
      413,
    ],
    ['an address that nobody serves', '/api/v1/nowhere', {}, undefined, 404],
    ['an address that cannot be decoded', '/api/v1/%E0%A4', {}, undefined, 400],
    ['a cursor that was never given', '/api/v1/places?cursor=AAAA', {}, undefined, 400],
  ])('%s is a problem document', async (_what, url, headers, payload, status) => {
    const method = payload === undefined ? 'GET' : 'POST';
    const answer = await house.app.inject({ method, url, payload, headers });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.json()).toMatchObject({
      status,
      type: expect.stringMatching(/^\/problems\//),
      request: expect.any(String),
    });
  });

  it('names nothing: ids that are none are not found', async () => {
    const auditor = await house.as('auditor');
    for (const id of ['x', nobody, "' or true --"]) {
      expect((await auditor.get(`/api/v1/matters/${encodeURIComponent(id)}`)).status).toBe(404);
      expect((await auditor.get(`/api/v1/tasks/${encodeURIComponent(id)}`)).status).toBe(404);
    }
  });
});

describe('every answer', () => {
  it('carries the id of its request and keeps other sites out of its pages', async () => {
    const { headers } = await visitor(house.app).get('/api/v1/places');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('too many requests', () => {
  it('are refused for a while, saying for how long, to the one who sends them', async () => {
    const strict = await openHouse({
      environment: { MINQING_LIMIT_FACTOR: '0.01', MINQING_TRUST_PROXY: 'true' },
    });
    const from = (address: string) => visitor(strict.app, { 'x-forwarded-for': address });
    const answers = [];
    for (let i = 0; i < 13; i += 1) answers.push(await from('10.0.0.1').get('/api/v1/places'));
    expect(answers.map(({ status }) => status)).toEqual([...Array(12).fill(200), 429]);
    expect(answers.at(-1)).toMatchObject({ body: { type: '/problems/too-often' } });
    expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await from('10.0.0.2').get('/api/v1/places')).status).toBe(200);
    await strict.close();
  });
});
