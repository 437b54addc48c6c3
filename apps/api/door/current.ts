import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Language } from '../language.ts';
import { awayNow, AwayShown } from '../reference/away.ts';
import type { Subject } from './subject.ts';

const Place = z.object({ id: z.uuid(), code: z.string(), title: z.string() });

const PostShown = z.object({
  id: z.uuid(),
  role: z.string(),
  rank: z.string(),
  isHead: z.boolean(),
  callBack: z.boolean(),
  unit: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  place: Place,
});

/** Who is signed in. `capacities` are the roles in which this caller may act at all; `matter` is all a receipt opens. */
export const CurrentSession = z.object({
  person: z.object({ id: z.uuid(), account: z.string(), title: z.string(), locale: z.string() }).nullable(),
  /** A password that somebody else chose opens nothing until it is changed. */
  mustChangePassword: z.boolean(),
  posts: z.array(PostShown),
  capacities: z.array(z.string()),
  matter: z.uuid().nullable(),
  /** The caller is away now, and B acts for him. */
  away: AwayShown.nullable(),
});
export type CurrentSession = z.infer<typeof CurrentSession>;

/** The caller as he sees himself, names in his language. */
export async function describe(db: Database, subject: Subject, language: Language): Promise<CurrentSession> {
  const { personId, matterId, posts } = subject;
  const capacities = [...new Set(['resident', ...posts.map(({ role }) => role)])];
  if (personId === null)
    return {
      ...{ person: null, mustChangePassword: false, posts: [], capacities: ['resident'] },
      ...{ matter: matterId, away: null },
    };
  const person = await db.prisma.person.findUniqueOrThrow({ where: { id: personId } });
  const title = language === 'zh' ? person.name : person.nameEn;
  return {
    person: { id: person.id, account: person.account, title, locale: person.locale },
    mustChangePassword: person.passwordUntil !== null,
    posts: await shown(db, personId, language),
    capacities,
    matter: null,
    away: posts.length === 0 ? null : await awayNow(db, personId, language),
  };
}

async function shown({ prisma }: Database, personId: string, language: Language) {
  const rows = await prisma.post.findMany({
    where: { personId, endedAt: null },
    include: { unit: true, place: true },
    orderBy: { id: 'asc' },
  });
  const titled = (row: { name: string; nameEn: string }) => (language === 'zh' ? row.name : row.nameEn);
  return rows.map(({ id, role, rank, isHead, callBack, unit, place }) => ({
    id,
    role,
    rank,
    isHead,
    callBack,
    unit: unit && { id: unit.id, title: titled(unit) },
    place: { id: place.id, code: place.code, title: titled(place) },
  }));
}
