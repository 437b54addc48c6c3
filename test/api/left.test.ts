import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../prisma/id.ts';
import { COMMUNITY, DISTRICT, ESTATE, SUBDISTRICT } from '../prisma/small-town.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import type { Json, Visitor } from './visitor.ts';

let house: House;
let supervisor: Visitor;

/** Lines of the supervision ledger, as recording leaves them. */
const lines = {
  open: { placePath: ESTATE, openedAt: '2026-03-02T01:00:00Z' },
  planned: { placePath: DISTRICT, openedAt: '2026-03-03T01:00:00Z', facts: { plannedUntil: '2026-06-30' } },
  struckOff: { placePath: ESTATE, openedAt: '2026-03-02T01:00:00Z', closedAt: '2026-03-09T01:00:00Z' },
  struckOffSince: { placePath: ESTATE, openedAt: '2026-03-04T01:00:00Z', closedAt: '2026-04-01T01:00:00Z' },
  openedSince: { placePath: ESTATE, openedAt: '2026-04-01T01:00:00Z' },
  elsewhere: { placePath: '150603', openedAt: '2026-03-02T01:00:00Z' },
  another: {
    placePath: ESTATE,
    openedAt: '2026-03-02T01:00:00Z',
    type: 'whistle',
    facts: { ground: 'street' },
  },
};
const ids = new Map<string, string>();

beforeAll(async () => {
  house = await openHouse();
  supervisor = await house.as('supervisor');
  for (const [name, line] of Object.entries(lines)) {
    const { facts, ...row } = { facts: {}, ...line };
    const id = newId();
    ids.set(id, name);
    const kept = { type: 'supervision', closedAt: null, ...row };
    const status = kept.closedAt === null ? 'open' : 'closed';
    await house.db.prisma.process.create({
      data: { id, seq: 1, status, state: { facts: { source: 'hand', ...facts } }, ...kept },
    });
  }
});
afterAll(() => house.close());

async function left(wish: Record<string, string>, who = supervisor) {
  const { body } = await who.get(`/api/v1/left?${new URLSearchParams({ process: 'supervision', ...wish })}`);
  return { ...body, items: body.items?.map(({ id }: Json) => ids.get(id)) };
}

describe('what is left', () => {
  it('is opened less struck off, as it stood at a moment, a dated plan counting as open', async () => {
    expect(await left({ at: '2026-03-31T00:00:00Z' })).toMatchObject({
      ...{ opened: 4, struckOff: 1, left: 3 },
      items: ['open', 'planned', 'struckOffSince'],
    });
    expect(await left({ at: '2026-03-02T00:00:00Z' })).toMatchObject({
      opened: 0,
      struckOff: 0,
      left: 0,
      items: [],
    });
    expect(await left({})).toMatchObject({ opened: 5, struckOff: 2, left: 3 });
  });

  it.each([
    [DISTRICT, 3],
    [SUBDISTRICT, 2],
    [COMMUNITY, 2],
    ['150603', 0],
  ])('is asked for a scope: %s', async (place, count) => {
    expect((await left({ at: '2026-03-31T00:00:00Z', place })).left).toBe(count);
  });

  it('is shown as far as somebody may see it', async () => {
    const { left: seen } = await left({ at: '2026-03-31T00:00:00Z' }, await house.as('subdistrict'));
    expect(seen).toBe(2);
  });

  it.each(['', 'yesterday'])('is not asked for "%s"', async (at) => {
    const { status } = await supervisor.get(`/api/v1/left?process=supervision&at=${at}`);
    expect(status).toBe(400);
  });
});
