import { z } from 'zod';
import { STATE } from './cases.ts';
import type { Cases } from './cases.ts';
import { LOCAL } from './query.ts';

const By = z.record(z.string(), z.int());

const BoardTally = z.object({ of: z.string(), open: z.int(), overdue: z.int() });
export type BoardTally = z.infer<typeof BoardTally>;

/** What one question to the database answers for the board. */
export const BoardRow = z.object({
  totals: z.object({
    open: z.int(),
    overdue: z.int(),
    soon: z.int(),
    paused: z.int(),
    receivedToday: z.int(),
    closedToday: z.int(),
  }),
  colours: By,
  cards: By,
  places: z.array(BoardTally),
  units: z.array(BoardTally),
  repeated: z.array(z.object({ of: z.string(), n: z.int(), before: z.int() })),
  days: z.array(z.object({ day: z.string(), received: z.int(), closed: z.int() })),
});

/** The parameters and pieces of SQL that it needs, besides the cases. */
type Parts = { area: string; today: string; first: string };

/**
 * One statement for the whole board: cases are read once, those that closed more than sixty days ago not at all. Of places and
 * units it has all, for what may be shown of them is decided by all (suppression.ts).
 */
export const boardSql = ({ sql }: Cases, { area, today, first }: Parts): string => `
  with c as materialized (${sql} and (pr.closed_at is null or pr.closed_at >= now() - interval '60 days')),
    open as (select * from c where ${STATE.open})
  select
    (select jsonb_build_object('open', count(*) filter (where ${STATE.open}),
       'overdue', count(*) filter (where ${STATE.overdue}), 'soon', count(*) filter (where ${STATE.soon}),
       'paused', count(*) filter (where ${STATE.open} and c.is_paused),
       'receivedToday', count(*) filter (where c.opened_at >= ${today}),
       'closedToday', count(*) filter (where c.closed_at >= ${today})) from c) as totals,
    (select coalesce(jsonb_object_agg(coalesce(colour, 'none'), n), '{}')
       from (select colour, count(*) as n from open group by 1) k) as colours,
    (select coalesce(jsonb_object_agg(level, n), '{}') from (select level, count(*) as n from card
       where cleared_at is null and lifted_at is null and process_id in (select id from c) group by 1) k) as cards,
    (select coalesce(jsonb_agg(to_jsonb(k)), '[]') from (
       select ${area} as of, sum(open)::int as open, sum(overdue)::int as overdue from (
         select place_path, count(*) as open, count(*) filter (where ${STATE.overdue}) as overdue from open c group by 1) c
       group by 1) k where of is not null) as places,
    (select coalesce(jsonb_agg(to_jsonb(k)), '[]') from (
       select lead_unit_id as of, count(*) as open, count(*) filter (where ${STATE.overdue}) as overdue from open c
       where lead_unit_id is not null group by 1) k) as units,
    (select coalesce(jsonb_agg(to_jsonb(k)), '[]') from (
       select kind as of, count(*) filter (where opened_at >= now() - interval '30 days') as n,
         count(*) filter (where opened_at < now() - interval '30 days') as before
       from c where opened_at >= now() - interval '60 days' and kind is not null group by 1
       having count(*) filter (where opened_at >= now() - interval '30 days') >= 3
       order by 2 desc, 1 limit 8) k) as repeated,
    (select jsonb_agg(jsonb_build_object('day', to_char(day, 'YYYY-MM-DD'),
       'received', (select count(*) from c where (opened_at ${LOCAL})::date = day),
       'closed', (select count(*) from c where (closed_at ${LOCAL})::date = day)) order by day)
     from generate_series(${first}::date, ${first}::date + 13, interval '1 day') as day) as days`;
