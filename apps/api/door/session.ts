import type { Database } from '../../../prisma/client.ts';
import { hashOf, newToken } from './token.ts';
import type { Post, Subject } from './subject.ts';

export type Opened = { token: string; expiresAt: Date };

/** Opens a session of so many hours; the token is told once. `agent` is the browser's name for the list of sessions. */
export async function openSession(
  { prisma }: Database,
  session: { personId: string; hours: number; agent?: string; now?: Date },
): Promise<Opened> {
  const token = newToken();
  const now = session.now ?? new Date();
  const expiresAt = new Date(now.getTime() + session.hours * 3_600_000);
  const agent = session.agent?.slice(0, 200);
  await prisma.session.create({
    data: { id: hashOf(token), personId: session.personId, expiresAt, agent, createdAt: now },
  });
  return { token, expiresAt };
}

/** Ends sessions for good: the given one, or all of a person but `except`. Answers how many. */
export async function revoke(
  { prisma }: Database,
  which: { id: string } | { personId: string; except?: string },
): Promise<number> {
  const where =
    'id' in which ? { id: which.id } : { personId: which.personId, NOT: { id: which.except ?? '' } };
  const { count } = await prisma.session.updateMany({
    where: { ...where, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count;
}

/** Whose token this is, with the posts held now; undefined when it was never given, has ended or was revoked. */
export async function subjectOf(db: Database, token: string, now: Date): Promise<Subject | undefined> {
  const session = await db.prisma.session.findUnique({
    where: { id: hashOf(token), revokedAt: null, expiresAt: { gt: now }, person: { disabledAt: null } },
    include: { person: true },
  });
  if (session === null) return undefined;
  const { person, id: sessionId } = session;
  // Whoever has not chosen a password yet may do nothing but choose one.
  const posts = person.passwordUntil === null ? await postsOf(db, person.id) : [];
  return {
    personId: person.id,
    account: person.account,
    name: person.name,
    nameEn: person.nameEn,
    sessionId,
    posts,
    matterId: null,
  };
}

/** The posts a person holds now. */
export async function postsOf(db: Database, personId: string): Promise<Post[]> {
  const rows = await db.prisma.post.findMany({
    where: { personId, endedAt: null },
    include: { place: { select: { path: true } } },
    orderBy: { id: 'asc' },
  });
  const below = await unitsBelow(
    db,
    rows.flatMap(({ unitId }) => unitId ?? []),
  );
  return rows.map(({ id, role, unitId, placeId, place, rank, isHead, callBack }) => {
    const unitIds = unitId === null ? [] : (below.get(unitId) ?? [unitId]);
    return { id, role, unitId, unitIds, placeId, placePath: place.path, rank, isHead, callBack };
  });
}

/** Each unit with all units below it. */
async function unitsBelow({ pool }: Database, unitIds: readonly string[]): Promise<Map<string, string[]>> {
  if (unitIds.length === 0) return new Map();
  const { rows } = await pool.query<{ top: string; ids: string[] }>(
    `with recursive below (top, id) as (
       select id, id from unit where id = any($1::uuid[])
       union select below.top, unit.id from unit join below on unit.superior_id = below.id)
     select top, array_agg(id::text) as ids from below group by top`,
    [unitIds],
  );
  return new Map(rows.map(({ top, ids }) => [top, ids]));
}
