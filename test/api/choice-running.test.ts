import { running } from '../../apps/api/matters/choice-running.ts';
import type { State } from '../../workflows/process/state.ts';
import { COMMUNITY, DISTRICT } from '../prisma/small-town.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';

let house: House;

const idOf = (n: number) => `01900000-0000-7000-8000-00000000000${n}`;
const rows: [n: number, type: string, place: string, status: string][] = [
  [1, 'common-problem', DISTRICT, 'open'],
  [2, 'common-problem', COMMUNITY, 'open'],
  [3, 'common-problem', DISTRICT, 'closed'],
  [4, 'common-problem', DISTRICT, 'open'],
  [5, 'common-problem', '150603', 'open'],
  [6, 'supervision', DISTRICT, 'open'],
];

beforeAll(async () => {
  house = await openHouse();
  for (const [n, type, placePath, status] of rows) {
    const state = { facts: { kind: 'housing.lift', words: 'w:0:0' } };
    const openedAt = new Date(Date.UTC(2026, 0, n));
    const row = { id: idOf(n), type, placePath, status, state, openedAt, seq: 1 };
    await house.db.prisma.process.create({ data: row });
  }
});
afterAll(() => house.close());

describe('the processes that run', () => {
  it.each<[asked: string, by: string, n: number, offered: number[]]>([
    ['of another kind: all in the district, the latest first', 'station-session', 9, [4, 2, 1]],
    ['of its own kind: what was begun before, without itself', 'common-problem', 4, [2, 1]],
    ['of its own kind, by the first: none', 'common-problem', 1, []],
  ])('%s', async (_asked, process, n, offered) => {
    const state = { id: idOf(n), process, place: COMMUNITY } as State;
    const found = await running(house.db, 'common-problem', state, 'zh');
    expect(found.map(({ value }) => value)).toEqual(offered.map(idOf));
  });
});
