import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { Proposed } from '../../../prisma/proposals.ts';
import type { Language } from '../language.ts';
import { Titled } from '../matters/shown.ts';
import { titlesOf } from '../matters/titles.ts';
import { timeOf, timeOrNull } from '../wire.ts';

/** A version that is, was or will be in force. */
export const PolicyShown = z.object({
  what: Proposed,
  name: z.string(),
  title: z.string(),
  version: z.string(),
  inForceFrom: z.string(),
  /** Where it replaced another one, or none came after it: null. */
  inForceUntil: z.string().nullable(),
  /** How many open processes count by it. */
  open: z.int(),
  /** Who wanted it and who put it in force; nobody where it came with the installation. */
  proposedBy: Titled.nullable(),
  decidedBy: Titled.nullable(),
  /** The places that name the pack. */
  towns: z.array(Titled),
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
  until: Date | null;
  proposed_by: string | null;
  decided_by: string | null;
  towns: string[] | null;
};

const VERSIONS = `
  with open as (
    select state -> 'policy' as policy, state -> 'calendar' as calendar, count(*)::int as n
    from process where status = 'open' group by 1, 2),
  version as (
    select 'policy' as what, name, body -> 'title' ->> 'zh' as zh, body -> 'title' ->> 'en' as en, version,
           in_force_from as "from",
           coalesce((select sum(n)::int from open where policy ->> 'name' = name and policy ->> 'version' = version), 0) as open,
           (select array_agg(path order by path) from place where place.policy = policy_version.name) as towns
    from policy_version
    union all
    select 'calendar', id, null, null, version, in_force_from,
           coalesce((select sum(n)::int from open where calendar ->> 'id' = id and calendar ->> 'version' = version), 0), null
    from calendar_version)
  select v.*, lead("from") over (partition by v.what, v.name order by "from", v.version) as until, p.proposed_by, p.decided_by
  from version v left join proposal p on p.what = v.what and p.name = v.name and p.version = v.version and p.verdict = 'approved'
  order by v.what desc, v.name, "from" desc, v.version desc`;

/** Every version, the newest of a name first. */
export async function versionsShown(db: Database, language: Language): Promise<PolicyShown[]> {
  const { rows } = await db.pool.query<Row>(VERSIONS);
  const titles = await titlesOf(db, language, {
    people: rows
      .flatMap(({ proposed_by: first, decided_by: second }) => [first, second])
      .filter((id) => id !== null),
    places: rows.flatMap(({ towns }) => towns ?? []),
  });
  return rows.map(({ what, name, zh, en, version, from, until, open, towns, ...by }) => ({
    ...{ what, name, version, open, inForceFrom: timeOf(from), inForceUntil: timeOrNull(until) },
    title: (language === 'zh' ? zh : en) ?? name,
    proposedBy: titles.person(by.proposed_by),
    decidedBy: titles.person(by.decided_by),
    towns: (towns ?? []).flatMap((path) => titles.place(path) ?? []),
  }));
}
