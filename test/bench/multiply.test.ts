import { Multiplier } from '../../apps/local/bench/multiply.ts';
import { loadCalendar, loadPolicy } from '../../policies/load.ts';
import { loadPolicies } from '../../prisma/policies.ts';
import { rebuild } from '../../prisma/rebuild.ts';
import { openDatabase } from '../../prisma/client.ts';
import { openHouse } from '../api/house.ts';
import type { House } from '../api/house.ts';
import type { Json, Visitor } from '../api/visitor.ts';

let house: House;
let supervisor: Visitor;
const MATTERS = 200;

beforeAll(async () => {
  house = await openHouse();
  const inForce = { policy: await loadPolicy('dongsheng'), calendar: await loadCalendar('cn') };
  await loadPolicies(house.db, [inForce], new Date('2018-01-01'));
  await (await Multiplier.begin(house.db)).fillTo(MATTERS);
  supervisor = await house.as('supervisor', { 'accept-language': 'en' });
}, 180_000);
afterAll(() => house.close());

const ask = async (at: string): Promise<Json> => {
  const { status, body } = await supervisor.get(`/api/v1/${at}`);
  if (status !== 200) throw new Error(`${at}: ${status} ${JSON.stringify(body)}`);
  return body;
};

describe('a town filled by copying a few matters', () => {
  it('has as many matters as it was filled with, nine of ten of them closed', async () => {
    const { open, closed } = await ask('overview');
    expect(open + closed).toBe(MATTERS);
    expect(closed / MATTERS).toBeCloseTo(0.9, 1);
  });

  it('is counted by every figure as it was filled', async () => {
    const from = new Date(Date.now() - 800 * 86_400_000).toISOString().slice(0, 10);
    const [trend, funnel, heat, places, traffic] = await Promise.all([
      ask(`statistics/trend?by=month&from=${from}`),
      ask(`statistics/funnel?from=${from}`),
      ask(`statistics/heat?from=${from}`),
      ask('statistics/places'),
      ask(`statistics/traffic?process=six-step&from=${from}`),
    ]);
    const { open, closed } = await ask('overview');
    const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
    expect(sum(trend.items.map(({ received }: Json) => received))).toBe(MATTERS);
    expect(sum(trend.items.map((one: Json) => one.closed))).toBe(closed);
    expect(trend.items.at(-1).open).toBe(open);
    expect(funnel.items[0].n).toBe(MATTERS);
    expect(sum(heat.rows.flatMap(({ n }: Json) => n))).toBe(MATTERS);
    expect(places.total.open).toBe(open);
    expect([traffic.cases, traffic.open]).toEqual([MATTERS, open]);
  });

  it('holds rows that recording would have written: the read model is the same when it is made again from the journal', async () => {
    const owner = openDatabase(house.url, { keys: house.db.keys, asService: false });
    // Which unit of a matter comes first is by their ids, and those of a copy are others.
    const read = () =>
      Promise.all(
        ['process', 'matter', 'task', 'clock', 'card'].map(async (table) => {
          const { rows } = await owner.pool.query(`select to_jsonb(t) as row from ${table} t order by id`);
          return rows.map(({ row: { unit_ids: units = [], ...row } }) => ({
            ...row,
            units: units.toSorted(),
          }));
        }),
      );
    const before = await read();
    expect(await rebuild(owner)).toBe(MATTERS);
    const after = await read();
    await owner.close();
    expect(after).toEqual(before);
  });
});
