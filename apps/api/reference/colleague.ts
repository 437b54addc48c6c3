import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { t } from '../../../workflows/process/field.ts';
import { offer } from '../register/offer.ts';
import { NewAway } from '../register/person.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { actorsOfPosts } from '../matters/actors.ts';
import { ShownAction } from '../matters/shown-action.ts';
import { AwayShown, awayShown, SET_BY } from './away.ts';
import type { AwayRow } from './away.ts';
import { titleOf } from './title.ts';

/** Somebody of a unit as its head sees him: posts there, whether he is there, and how much he holds, how much of it late. */
export const ColleagueShown = z.object({
  value: z.uuid(),
  title: z.string(),
  posts: z.array(z.object({ role: z.string(), rank: z.string(), isHead: z.boolean(), unit: z.string() })),
  /** The absence that runs or comes next. */
  away: AwayShown.extend({ isNow: z.boolean() }).nullable(),
  inHand: z.int(),
  late: z.int(),
  actions: z.array(ShownAction),
});
export type ColleagueShown = z.infer<typeof ColleagueShown>;

type Post = { role: string; rank: string; isHead: boolean; unit: { name: string; nameEn: string } };
export type ColleagueRow = {
  id: string;
  name: string;
  name_en: string;
  posts: Post[];
  away: { from: string; until: string; by: AwayRow['by']; isNow: boolean } | null;
  in_hand: number;
  late: number;
};

/** The units that the subject leads; B in A's stead only while A is away. */
export async function unitsLedBy(db: Database, subject: Subject): Promise<string[]> {
  const actors = await actorsOfPosts(db, subject);
  return actors.flatMap(({ isHead, unit }) => (isHead && unit !== null ? [unit] : []));
}

/** $1 the units, $2 after, $3 one person, $4 how many. */
export const COLLEAGUES = `
  select person.id, person.name, person.name_en, held.posts, away.said as away, work.in_hand, work.late
  from person join lateral (
    select jsonb_agg(jsonb_build_object('role', role, 'rank', rank, 'isHead', is_head,
             'unit', jsonb_build_object('name', unit.name, 'nameEn', unit.name_en)) order by post.id) as posts
    from post join unit on unit.id = post.unit_id
    where post.person_id = person.id and post.ended_at is null and post.unit_id = any($1::uuid[])) held on held.posts is not null
  join lateral (
    select count(*)::int as in_hand, count(*) filter (where due_at < now())::int as late
    from task where held_by_id = person.id and status = 'open') work on true
  left join lateral (
    select jsonb_build_object('from', from_at, 'until', until_at, 'by', ${SET_BY}, 'isNow', from_at <= now()) as said
    from absence where absence.person_id = person.id and ended_at is null and until_at > now()
    order by from_at limit 1) away on true
  where person.disabled_at is null and ($2::uuid is null or person.id > $2) and ($3::uuid is null or person.id = $3)
  order by person.id limit $4`;

const setAway = { name: 'setAway', title: t('登记离岗', 'Set away'), input: NewAway };
const endAway = { name: 'endAway', title: t('取消离岗', 'End being away') };

/** What the head may do about him; about himself he says it as everybody does, with his account. */
function actionsFor({ id, away }: ColleagueRow, { personId }: Subject, language: Language): ShownAction[] {
  if (id === personId) return [];
  const href = `/api/v1/colleagues/${id}`;
  return [
    away === null ? offer(setAway, `${href}/away`, language) : offer(endAway, `${href}/back`, language),
  ];
}

export function colleagueShown(row: ColleagueRow, subject: Subject, language: Language): ColleagueShown {
  const { id, name, name_en: nameEn, posts, away, in_hand: inHand, late } = row;
  return {
    ...{ value: id, title: titleOf({ name, nameEn }, language), inHand, late },
    posts: posts.map(({ unit, ...post }) => ({ ...post, unit: titleOf(unit, language) })),
    away: away && { ...awayShown(rowOf(away), language), isNow: away.isNow },
    actions: actionsFor(row, subject, language),
  };
}

const rowOf = ({ from, until, by }: NonNullable<ColleagueRow['away']>): AwayRow => ({
  ...{ from_at: new Date(from), until_at: new Date(until), by },
});
