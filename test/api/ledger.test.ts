import { randomUUID } from 'node:crypto';
import { COMMUNITY, DISTRICT, ESTATE, SUBDISTRICT } from '../prisma/small-town.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import { visitor } from './visitor.ts';
import type { Json, Visitor } from './visitor.ts';

let house: House;

/** Lines of the ledger as recording would leave them: only what lists read. */
const lines = [
  { name: 'a', place: ESTATE, unit: 'housing', colour: 'red', due: -1, card: 'yellow', status: 'open' },
  { name: 'b', place: COMMUNITY, unit: 'housing', colour: 'blue', due: 5, card: null, status: 'open' },
  { name: 'c', place: SUBDISTRICT, unit: 'transport', colour: 'blue', due: null, card: null, status: 'open' },
  { name: 'd', place: DISTRICT, unit: 'transport', colour: 'green', due: -9, card: 'red', status: 'closed' },
];
const ids: Record<string, string> = {};

beforeAll(async () => {
  house = await openHouse();
  for (const line of lines) ids[line.name] = await enter(line);
});
afterAll(() => house.close());

/** One moment for all: however long it takes to enter them, they keep their order. */
const NOW = Date.now();

async function enter({
  name,
  place,
  unit,
  colour,
  due,
  card,
  status,
}: (typeof lines)[number]): Promise<string> {
  const report = { kind: 'housing.lift', place: place.split('/').at(-1), words: name };
  const { id } = (await visitor(house.app).post('/api/v1/matters', report)).body;
  const unitId = house.ids.units.get(unit) ?? '';
  const dueAt = due === null ? null : new Date(Date.now() + due * 86_400_000);
  const openedAt = new Date(NOW - name.charCodeAt(0) * 1_000);
  const closedAt = status === 'closed' ? new Date() : null;
  await house.db.prisma.process.create({
    data: { id, type: 'six-step', seq: 1, state: {}, openedAt, closedAt },
  });
  await house.db.prisma.matter.create({
    data: {
      ...{
        id,
        status,
        colour,
        card,
        dueAt,
        openedAt,
        closedAt,
        step: 'handle',
        kind: 'housing.lift',
        way: 'resident',
      },
      ...{
        number: `${place.split('/').at(-1)}2026-00000${name.charCodeAt(0) % 10}`,
        placePath: place,
        leadUnitId: unitId,
        unitIds: [unitId],
      },
    },
  });
  if (card !== null) {
    const row = {
      id: `${id}.k1`,
      processId: id,
      level: card,
      unitId,
      placePath: place,
      setAt: openedAt,
      clearedAt: closedAt,
    };
    await house.db.prisma.card.create({ data: row });
  }
  return id;
}

const nameOf = (id: string) => Object.entries(ids).find(([, one]) => one === id)?.[0];
const names = async (who: Visitor, query = '') =>
  (await who.get(`/api/v1/matters?sort=opened&${query}`)).body.items
    .map(({ id }: Json) => nameOf(id))
    .join('');

describe('the ledger', () => {
  it.each([
    ['community', 'ba'],
    ['subdistrict', 'cba'],
    ['supervisor', 'dcba'],
    ['auditor', 'dcba'],
    ['deputy', 'dcba'],
    ['housing', 'ba'],
    ['transport', 'dc'],
    ['gov.head', 'dcba'],
    ['resident', ''],
  ])('shows %s the matters that are theirs', async (account, expected) => {
    expect(await names(await house.as(account))).toBe(expected);
  });

  it.each([
    ['status=open', 'cba'],
    ['status=closed', 'd'],
    ['colour=blue,green', 'dcb'],
    ['late=true', 'a'],
    ['late=false', 'dcb'],
    ['card=any', 'da'],
    ['card=yellow', 'a'],
    ['step=handle', 'dcba'],
    ['kind=nothing', ''],
    ['q=1506022026', 'd'],
    ['q=%25%25', ''],
    ['lateEntry=true', ''],
  ])('is narrowed by %s', async (query, expected) => {
    expect(await names(await house.as('supervisor'), query)).toBe(expected);
  });

  it('is narrowed by place and all below it, and by unit', async () => {
    const supervisor = await house.as('supervisor');
    const place = house.ids.places.get(COMMUNITY.split('/').at(-1) ?? '');
    expect(await names(supervisor, `place=${place}`)).toBe('ba');
    expect(await names(supervisor, `unit=${house.ids.units.get('transport')}`)).toBe('dc');
  });

  it.each([
    ['due', 'dabc'],
    ['opened', 'dcba'],
    ['-opened', 'abcd'],
  ])('is sorted by %s, page by page', async (sort, expected) => {
    const auditor = await house.as('auditor');
    let seen = '';
    for (let url: string | undefined = `/api/v1/matters?limit=1&sort=${sort}`; url !== undefined;) {
      const { items, nextCursor }: Json = (await auditor.get(url)).body;
      seen += nameOf(items[0].id);
      url = nextCursor && `/api/v1/matters?limit=1&sort=${sort}&cursor=${nextCursor}`;
    }
    expect(seen).toBe(expected);
  });
});

describe('cards', () => {
  const cards = async (account: string, query = '') => {
    const { body } = await (
      await house.as(account, { 'accept-language': 'en' })
    ).get(`/api/v1/cards?${query}`);
    return body.items?.map(({ level, matter, unit }: Json) => [level, nameOf(matter.id), unit.title]);
  };

  it('that are up stand on the supervisors’ list; the others are there for whoever asks', async () => {
    expect(await cards('supervisor')).toEqual([['yellow', 'a', 'housing']]);
    expect(await cards('supervisor', 'show=all')).toEqual([
      ['yellow', 'a', 'housing'],
      ['red', 'd', 'transport'],
    ]);
    expect(await cards('supervisor', 'show=all&level=red')).toEqual([['red', 'd', 'transport']]);
  });

  it('are seen by the unit that has them, and by nobody outside', async () => {
    expect([await cards('housing'), await cards('transport')]).toEqual([[['yellow', 'a', 'housing']], []]);
    expect(await cards('resident')).toBeUndefined();
  });
});

describe('the inbox', () => {
  it('of who calls residents back holds call-backs only, and nobody else has those', async () => {
    const waiting = { kind: 'x', step: 'evaluate', status: 'open', processId: ids['a'] ?? '' };
    const opened = { ...waiting, placePath: DISTRICT, openedAt: new Date() };
    await house.db.prisma.task.createMany({
      data: [
        { ...opened, id: `${ids['a']}.t1`, role: 'supervisor' },
        { ...opened, id: `${ids['a']}.t2`, callBack: true },
      ],
    });
    const inbox = async (account: string) => {
      const { items, counts } = (await (await house.as(account)).get('/api/v1/tasks')).body;
      return [items.map(({ id }: Json) => id.split('.').at(-1)), counts.all];
    };
    expect(await inbox('callback')).toEqual([['t2'], 1]);
    expect(await inbox('supervisor')).toEqual([['t1'], 1]);
  });
});

describe('the overview', () => {
  it('counts what the caller may see', async () => {
    const overview = async (account: string) =>
      (await (await house.as(account)).get('/api/v1/overview')).body;
    expect(await overview('supervisor')).toMatchObject({
      ...{ open: 3, closed: 1, overdue: 1, waiting: 4, withoutHolder: 0 },
      ...{ byColour: { red: 1, blue: 2 }, byStep: { handle: 3 }, cards: { yellow: 1 } },
    });
    expect(await overview('transport')).toMatchObject({ open: 1, closed: 1, overdue: 0, cards: {} });
  });
});

describe('a command', () => {
  it('is shown to whoever sent it', async () => {
    const clerk = await house.as('housing');
    const sent = { from: '2026-01-01T00:00:00Z', until: '2026-01-02T00:00:00Z' };
    await clerk.post('/api/v1/absences', sent, { 'idempotency-key': randomUUID() });
    const { id } = await house.db.prisma.command.findFirstOrThrow({ where: { name: 'setAbsence' } });
    expect((await clerk.get(`/api/v1/commands/${id}`)).body).toMatchObject({
      id,
      status: 'accepted',
      problem: null,
    });
    expect((await (await house.as('transport')).get(`/api/v1/commands/${id}`)).status).toBe(404);
  });
});
