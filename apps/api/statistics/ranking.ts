import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { Titled } from '../matters/shown.ts';
import { titlesOf } from '../matters/titles.ts';
import { areasIn, areaSql, topFor } from './areas.ts';
import { casesFor, STATE } from './cases.ts';
import type { Cases } from './cases.ts';
import { spanOf, StatisticsQuery } from './query.ts';

/** A share of fewer than this says little: it is marked, and comes last in an order by shares. */
export const FEW = 10;

const orders = ['received', 'overdue', 'lateShare'] as const;

export const RankingQuery = StatisticsQuery.extend({
  by: z.enum(['unit', 'place']).default('unit'),
  level: z.string().max(40).optional(),
  sort: z.enum(orders).default('received'),
});
type RankingQuery = z.infer<typeof RankingQuery>;

const Counts = z.object({
  received: z.int(),
  open: z.int(),
  overdue: z.int(),
  closed: z.int(),
  timely: z.int(),
  late: z.int(),
  dated: z.int(),
});

/** Raw counts beside the share that is made of them: late of those that have a due time, null of none. */
const Ranked = Counts.extend({
  owner: Titled,
  /** The id of the place or unit, to narrow a list by. */
  id: z.uuid(),
  lateShare: z.number().nullable(),
  isFew: z.boolean(),
});
type Ranked = z.infer<typeof Ranked>;
export const Ranking = z.object({
  from: z.string(),
  until: z.string(),
  by: z.string(),
  few: z.int(),
  items: z.array(Ranked),
});

const Row = Counts.extend({ id: z.uuid(), value: z.string() });

/** Leading units or places by what was received in a span, with how much of it was late. */
export async function rankingOf(
  db: Database,
  subject: Subject,
  query: RankingQuery,
  language: Language,
): Promise<z.infer<typeof Ranking>> {
  const { from, until, begins, ends } = spanOf(query);
  const cases = await casesFor(db, subject, query);
  const { add } = cases;
  const within = `c.opened_at >= ${add(begins)} and c.opened_at < ${add(ends)}`;
  const owner = query.by === 'unit' ? UNITS : await placesIn(db, subject, query, cases);
  const counted = Object.entries(STATE)
    .filter(([state]) => state in Counts.shape)
    .map(([state, sql]) => `count(*) filter (where ${sql})::int as ${state}`);
  const { rows } = await db.pool.query(
    `with c as (${cases.sql}),
      counted as (select ${owner.key} as owner, count(*)::int as received, ${counted.join(', ')}
        from c where ${within} group by 1)
     select counted.*, o.id, ${owner.value} as value
     from counted join ${owner.table} o on ${owner.value} = counted.owner`,
    cases.values,
  );
  const counts = z.array(Row).parse(rows);
  const owners = counts.map(({ value }) => value);
  const titles = await titlesOf(db, language, query.by === 'unit' ? { units: owners } : { places: owners });
  const titled = query.by === 'unit' ? titles.unit : titles.place;
  const items = counts.map((row) => rankedOf(row, titled(row.value)?.title ?? row.value));
  return { from, until, by: query.by, few: FEW, items: items.sort(inOrder[query.sort]) };
}

const UNITS = { key: 'c.lead_unit_id::text', table: 'unit', value: 'o.id::text' };

async function placesIn(db: Database, subject: Subject, { place, level }: RankingQuery, { add }: Cases) {
  const areas = await areasIn(db, await topFor(db, subject, place), level);
  return { key: areaSql(add(areas.map(({ path }) => path))), table: 'place', value: 'o.path' };
}

const rankedOf = ({ id, value, ...counts }: z.infer<typeof Row>, title: string): Ranked => ({
  ...counts,
  id,
  owner: { value, title },
  lateShare: counts.dated === 0 ? null : counts.late / counts.dated,
  isFew: counts.dated < FEW,
});

type Order = (a: Ranked, b: Ranked) => number;

const most =
  (count: (one: Ranked) => number): Order =>
  (a, b) =>
    count(b) - count(a) || b.received - a.received || a.owner.value.localeCompare(b.owner.value);

const inOrder: Readonly<Record<(typeof orders)[number], Order>> = {
  received: most(({ received }) => received),
  overdue: most(({ overdue }) => overdue),
  lateShare: most(({ isFew, lateShare }) => (isFew ? -1 : 0) + (lateShare ?? -1)),
};
