import { z } from 'zod';
import type { RatesPolicy } from '../../../workflows/rules/rates.ts';
import { scope } from '../door/scope.ts';
import type { Condition } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';
import { inPlace } from '../processes/list.ts';
import { PeriodFilter } from './period.ts';
import type { Window } from './period.ts';

/** For whom it counts: the lead unit, or the community. `place`: id, code or path. */
export const RateFilter = PeriodFilter.extend({
  by: z.enum(['unit', 'grid']).default('unit'),
  place: z.string().max(200).optional(),
  unit: z.uuid().optional(),
});
export type RateFilter = z.infer<typeof RateFilter>;

/** The lists behind the rates: numerators, what is missing from them, the denominator, and what is out of it. */
export const Part = z.enum([
  'counted',
  'contacted',
  'notContacted',
  'solved',
  'unsolved',
  'satisfied',
  'basically',
  'dissatisfied',
  'excluded',
  'invalid',
]);
export type Part = z.infer<typeof Part>;

const IS_EXCLUDED = 'coalesce(exclusion = any($3), false)';
const COUNTS = `(not ${IS_EXCLUDED} and valid)`;

/** SQL: whether a call-back stands on a list. Silence is no valid call-back; an excluded matter stands on its list once. */
export const isOn: Readonly<Record<Part, string>> = {
  counted: COUNTS,
  contacted: `(${COUNTS} and contacted)`,
  notContacted: `(${COUNTS} and not contacted)`,
  solved: `(${COUNTS} and solved)`,
  unsolved: `(${COUNTS} and not solved)`,
  satisfied: `(${COUNTS} and satisfaction = 'satisfied')`,
  basically: `(${COUNTS} and satisfaction = 'basically')`,
  dissatisfied: `(${COUNTS} and satisfaction = 'dissatisfied')`,
  excluded: `(${IS_EXCLUDED} and nth = 1)`,
  invalid: `(not ${IS_EXCLUDED} and not valid)`,
};

const OWNER: Readonly<Record<RateFilter['by'], string>> = {
  unit: 'm.lead_unit_id::text',
  grid: `array_to_string((string_to_array(m.place_path, '/'))[1:3], '/')`,
};

/**
 * `said`: every call-back on a matter that was closed and scored in the period, or one without any where nobody said
 * anything. Those of merged matters stand with the matter that they became part of (practice.md, fine point 7).
 */
export function saidIn(
  subject: Subject,
  query: RateFilter,
  { from, until }: Window,
  { exclusions }: RatesPolicy,
): Condition {
  const values: unknown[] = [from, until, exclusions];
  const add = (value: unknown) => `$${values.push(value)}`;
  const { place, unit, by } = query;
  const wanted = [
    ...(place === undefined ? [] : [inPlace('m.place_path', add(place))]),
    ...(unit === undefined ? [] : [`m.unit_ids @> array[${add(unit)}::uuid]`]),
  ];
  const columns = { unitIds: 'm.unit_ids', placePath: 'm.place_path' };
  const seen = scope(subject, 'overview:read', columns, values);
  const sql = `with said as (
    select m.id, ${OWNER[by]} as owner, m.closed_at, m.number, m.kind, m.place_path, m.lead_unit_id, one.nth,
           m.id::text || ':' || one.nth as key, m.judged ->> 'exclusion' as exclusion,
           coalesce((one.said ->> 'isValid')::boolean, false) as valid,
           coalesce((one.said ->> 'contacted')::boolean, false) as contacted,
           coalesce((one.said ->> 'solved')::boolean, false) as solved,
           coalesce(one.said ->> 'satisfaction', 'dissatisfied') as satisfaction, one.said ->> 'matter' as reporter
    from matter m cross join lateral jsonb_array_elements(
      case when m.judged -> 'ratings' = '[]' then '[{}]' else m.judged -> 'ratings' end) with ordinality one (said, nth)
    where m.closed_at >= $1 and m.closed_at < $2 and m.judged is not null and ${OWNER[by]} is not null
      and ${[...wanted, seen.sql].join(' and ')})`;
  return { sql, values: seen.values };
}
