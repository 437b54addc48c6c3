import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openAsOwner } from '../prisma/small-town.ts';
import { temporalAddress } from '../setup/temporal.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import { visitor } from './visitor.ts';

let house: House;

const folder = mkdtempSync(path.join(tmpdir(), 'minqing-web-'));
mkdirSync(path.join(folder, 'assets'));
writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Minqing</title>');
writeFileSync(path.join(folder, 'assets', 'main-abc123.js'), 'export {}');

beforeAll(async () => {
  house = await openHouse({
    environment: { TEMPORAL_ADDRESS: await temporalAddress(), MINQING_WEB_DIR: folder },
  });
});
afterAll(() => house.close());

describe('health', () => {
  it('says that the process lives and that all it needs is there', async () => {
    const anybody = visitor(house.app);
    expect((await anybody.get('/health/live')).body).toEqual({ status: 'ok' });
    const { status, body } = await anybody.get('/health/ready');
    expect([status, body]).toEqual([
      200,
      { status: 'ok', checks: { database: 'up', migrations: 'up', temporal: 'up' } },
    ]);
  });

  it('is degraded, not down, while Temporal is away: matters are still taken in', async () => {
    const lonely = await openHouse();
    const { status, body } = await visitor(lonely.app).get('/health/ready');
    expect([status, body.status, body.checks.temporal]).toEqual([200, 'degraded', 'down']);
    await lonely.close();
  });

  it('is down while a migration is missing, or without a database', async () => {
    const lonely = await openHouse();
    const owner = openAsOwner({ ...lonely, place: String, unit: String, person: String, end: lonely.close });
    await owner.pool.query('delete from _prisma_migrations');
    await owner.close();
    const ready = () => visitor(lonely.app).get('/health/ready');
    expect(await ready()).toMatchObject({
      status: 503,
      body: { status: 'down', checks: { migrations: 'down' } },
    });
    await lonely.db.pool.end();
    expect(await ready()).toMatchObject({ status: 503, body: { checks: { database: 'down' } } });
    await lonely.app.close().catch(() => undefined);
  });
});

describe('the numbers for Prometheus', () => {
  it('count requests by route, and tell nothing of any person or matter', async () => {
    const id = '01900000-0000-7000-8000-000000000000';
    await (await house.as('auditor')).get(`/api/v1/matters/${id}?q=wang`);
    const { headers, body } = await visitor(house.app).get('/metrics');
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(body).toContain(
      'minqing_http_request_duration_seconds_count{method="GET",route="/api/v1/matters/:id",status="404"} 1',
    );
    expect(body).not.toMatch(new RegExp(`${id}|wang|auditor`));
  });
});

describe('the console', () => {
  const browser = { accept: 'text/html,*/*' };

  it('is served with all its addresses, and kept by browsers as long as its name says', async () => {
    const anybody = visitor(house.app);
    for (const url of ['/', '/tasks', '/matters/01900000-0000-7000-8000-000000000000?tab=history']) {
      const { status, body, headers } = await anybody.get(url, browser);
      expect([status, headers['cache-control']]).toEqual([200, 'no-cache']);
      expect(body).toContain('<title>Minqing</title>');
    }
    const { headers } = await anybody.get('/assets/main-abc123.js');
    expect(headers['cache-control']).toContain('immutable');
    expect(headers['content-type']).toMatch(/javascript/);
  });

  it.each([
    ['/api/v1/nowhere', browser],
    ['/health/nowhere', browser],
    ['/assets/gone.js', { accept: '*/*' }],
    ['/../../package.json', { accept: '*/*' }],
  ])('does not answer for %s', async (url, headers) => {
    const { status, body } = await visitor(house.app).get(url, headers);
    expect([status, body.type]).toEqual([404, '/problems/not-found']);
  });
});
