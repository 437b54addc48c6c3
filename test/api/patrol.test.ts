import { randomUUID } from 'node:crypto';
import { newId } from '../../prisma/id.ts';
import { COMMUNITY, ESTATE, SUBDISTRICT } from '../prisma/small-town.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import { visitor } from './visitor.ts';
import type { Json } from './visitor.ts';

let house: House;

/** Lines of the ledger as recording would leave them: where, what, late or not, over or not. */
const lines: [place: string, kind: string, dueInDays: number, status: string][] = [
  [ESTATE, 'housing.lift', -1, 'open'],
  [ESTATE, 'housing.lift', 3, 'open'],
  [COMMUNITY, 'housing.lift', 3, 'open'],
  [ESTATE, 'conduct.official', -3, 'closed'],
  [SUBDISTRICT, 'conduct.official', 3, 'open'],
  [SUBDISTRICT, 'conduct.official', 3, 'open'],
  [SUBDISTRICT, 'conduct.official', 3, 'open'],
];

beforeAll(async () => {
  house = await openHouse();
  for (const [placePath, kind, days, status] of lines) {
    const id = newId();
    const openedAt = new Date();
    const closedAt = status === 'closed' ? openedAt : null;
    const process = { id, type: 'six-step', seq: 1, state: {}, openedAt, closedAt };
    await house.db.prisma.process.create({ data: process });
    const dueAt = new Date(Date.now() + days * 86_400_000);
    const line = { id, placePath, kind, status, dueAt, openedAt, closedAt, step: 'handle', way: 'cadre' };
    await house.db.prisma.matter.create({ data: { ...line, unitIds: [] } });
  }
});
afterAll(() => house.close());

const walks = async (account: string, language = 'zh') =>
  (await house.as(account, { 'accept-language': language })).get('/api/v1/patrol');

describe('the round of a grid worker', () => {
  it('has the own grid and all that lies in it, each with what is open and late there', async () => {
    const { status, body } = await walks('grid');
    expect([status, body.asOf]).toEqual([200, expect.stringMatching(/\+08:00$/)]);
    expect(body.places).toEqual([
      expect.objectContaining({ title: '安达社区', level: 'community', isGrid: true, open: 1, late: 0 }),
      expect.objectContaining({ title: '安达小区', within: '安达社区', isGrid: false, open: 2, late: 1 }),
    ]);
  });

  it('puts the kinds first that this grid reports, not those of elsewhere', async () => {
    const { kinds } = (await walks('grid')).body;
    expect(kinds.map(({ value, used }: Json) => [value, used])).toEqual([
      ['housing.lift', 3],
      ['conduct.official', 1],
    ]);
  });

  it('is told in the language of whoever asks', async () => {
    const { places, kinds } = (await walks('grid', 'en')).body;
    expect([places[1].title, places[1].within, kinds[0].title]).toEqual([
      'Anda Estate',
      'Anda Community',
      'Lift out of order',
    ]);
  });

  it('is nobody else’s', async () => {
    expect((await visitor(house.app).get('/api/v1/patrol')).status).toBe(401);
    for (const account of ['resident', 'housing', 'community', 'supervisor', 'auditor', 'security'])
      expect([account, (await walks(account)).status]).toEqual([account, 403]);
  });
});

describe('what a phone sends again because the answer was lost', () => {
  const file = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  async function handsIn(key: string): Promise<Json> {
    const { headers } = await house.as('grid');
    const edge = 'edge';
    const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`;
    const answer = await house.app.inject({
      method: 'POST',
      url: '/api/v1/attachments',
      headers: {
        ...headers,
        'idempotency-key': key,
        'content-type': `multipart/form-data; boundary=${edge}`,
      },
      payload: Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${edge}--\r\n`)]),
    });
    return answer.json();
  }

  it('is one photo and one matter, whatever was signed in again in between', async () => {
    const [photoKey, key] = [randomUUID(), randomUUID()];
    const [{ id }, again] = [await handsIn(photoKey), await handsIn(photoKey)];
    expect(again.id).toBe(id);
    const report = {
      ...{ kind: 'housing.lift', place: ESTATE.split('/').at(-1), words: '电梯停了。' },
      ...{ channel: 'patrol', attachments: [id], happenedAt: '2026-01-05T09:00:00+08:00' },
    };
    const send = async () =>
      (await house.as('grid')).post('/api/v1/matters', report, { 'idempotency-key': key });
    const [first, second] = [await send(), await send()];
    expect([second.status, second.body]).toEqual([201, first.body]);
    expect(await house.db.prisma.intake.count({ where: { channel: 'patrol' } })).toBe(1);
    expect(await house.db.prisma.attachment.count({ where: { matterId: first.body.id } })).toBe(1);
  });
});
