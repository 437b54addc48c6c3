import { z } from 'zod';
import type { Language } from '../language.ts';
import { ShownAction } from '../matters/shown-action.ts';
import { Titled } from '../matters/shown.ts';
import { titleOf } from '../reference/title.ts';
import { timeOf, timeOrNull } from '../wire.ts';
import { keeping, securing } from './person-offers.ts';
import { roleTitles, titled } from './title.ts';

const PostShown = z.object({
  id: z.uuid(),
  role: Titled,
  rank: z.string(),
  isHead: z.boolean(),
  callBack: z.boolean(),
  unit: Titled.nullable(),
  place: Titled,
});

export const PersonShown = z.object({
  id: z.uuid(),
  account: z.string(),
  title: z.string(),
  email: z.string().nullable(),
  locale: z.string(),
  /** active; new: has not chosen a password yet; locked: too many wrong ones; ended: the account is closed. */
  state: z.enum(['active', 'new', 'locked', 'ended']),
  posts: z.array(PostShown),
  away: z.object({ from: z.string(), until: z.string() }).nullable(),
  /** Sessions that are open now. */
  sessions: z.int(),
  lastSignIn: z.string().nullable(),
  actions: z.array(ShownAction),
});

type Named = { id: string; name: string; nameEn: string };

export type PersonRow = {
  id: string;
  account: string;
  name: string;
  name_en: string;
  email: string | null;
  locale: string;
  locked_until: Date | null;
  disabled_at: Date | null;
  password_until: Date | null;
  posts: {
    id: string;
    role: string;
    rank: string;
    isHead: boolean;
    callBack: boolean;
    unit: Named | null;
    place: Named;
  }[];
  away_from: Date | null;
  away_until: Date | null;
  sessions: number;
  last_sign_in: Date | null;
};

/** What the reader may do besides looking. */
export type May = { keep: boolean; secure: boolean; self: string | null };

const shownAs = (row: Named, language: Language) => ({ value: row.id, title: titleOf(row, language) });

export function stateOf(row: PersonRow, now: Date): z.infer<typeof PersonShown>['state'] {
  if (row.disabled_at !== null) return 'ended';
  if (row.locked_until !== null && row.locked_until > now) return 'locked';
  return row.password_until === null ? 'active' : 'new';
}

const awayOf = ({ away_from: from, away_until: until }: PersonRow) =>
  from === null || until === null ? null : { from: timeOf(from), until: timeOf(until) };

/** Somebody of the staff as administrators see them. */
export function personShown(row: PersonRow, language: Language, may: May, now: Date) {
  const state = stateOf(row, now);
  const posts = row.posts.map(({ role, unit, place, ...post }) => ({
    ...post,
    role: titled(roleTitles, role, language),
    unit: unit && shownAs(unit, language),
    place: shownAs(place, language),
  }));
  const own = { row, state, posts, isSelf: row.id === may.self };
  return {
    ...{ id: row.id, account: row.account, email: row.email, locale: row.locale, state, posts },
    title: titleOf({ name: row.name, nameEn: row.name_en }, language),
    away: awayOf(row),
    sessions: row.sessions,
    lastSignIn: timeOrNull(row.last_sign_in),
    actions: [...(may.keep ? keeping(own, language) : []), ...(may.secure ? securing(own, language) : [])],
  };
}
