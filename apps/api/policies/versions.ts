import { z } from 'zod';
import type { Tx } from '../../../prisma/client.ts';
import { Proposed } from '../../../prisma/proposals.ts';
import type { Language } from '../language.ts';
import { timeOf } from '../wire.ts';

/** A version that is, was or will be in force. */
export const PolicyShown = z.object({
  what: Proposed,
  name: z.string(),
  title: z.string(),
  version: z.string(),
  inForceFrom: z.string(),
  /** How many open processes count by it. */
  open: z.int(),
});
export type PolicyShown = z.infer<typeof PolicyShown>;

type Row = {
  what: Proposed;
  name: string;
  zh: string | null;
  en: string | null;
  version: string;
  from: Date;
  open: number;
};

const VERSIONS = `
  with open as (
    select state -> 'policy' as policy, state -> 'calendar' as calendar, count(*)::int as n
    from process where status = 'open' group by 1, 2)
  select 'policy' as what, name, body -> 'title' ->> 'zh' as zh, body -> 'title' ->> 'en' as en, version,
         in_force_from as "from",
         coalesce((select sum(n)::int from open where policy ->> 'name' = name and policy ->> 'version' = version), 0) as open
  from policy_version
  union all
  select 'calendar', id, null, null, version, in_force_from,
         coalesce((select sum(n)::int from open where calendar ->> 'id' = id and calendar ->> 'version' = version), 0)
  from calendar_version
  order by what desc, name, "from" desc, version desc`;

/** Every version, the newest of a name first. */
export async function versionsShown(sql: Tx, language: Language): Promise<PolicyShown[]> {
  const { rows } = await sql.query<Row>(VERSIONS);
  return rows.map(({ what, name, zh, en, version, from, open }) => ({
    ...{ what, name, version, open, inForceFrom: timeOf(from) },
    title: (language === 'zh' ? zh : en) ?? name,
  }));
}
