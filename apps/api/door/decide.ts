// The doors: who somebody is, what he may do, and what is kept from him. `decide` is the only place that says yes.
// Everything here but sessions is pure; routes declare their action, the guard asks `decide`.
import { coversPlace } from './subject.ts';
import type { Post, Subject } from './subject.ts';
import { table } from './table.ts';
import type { Action, Relation, Row } from './right.ts';

/** What decisions know of a thing: whose it is, and where. Absent means: there is no such relation to it. */
export type Resource = {
  personId?: string | null;
  reporterId?: string | null;
  takenById?: string | null;
  matterId?: string | null;
  /** Reports that were merged into it, and whose they were. */
  followers?: readonly { matterId: string; reporterId: string | null }[];
  unitIds?: readonly string[];
  placePath?: string | null;
  /** A process that is no matter. */
  processId?: string;
  isPublic?: boolean;
  /** Whom its tasks ask for by name, and whose its items are. */
  personIds?: readonly string[];
  /** Whom tasks about the whole process ask for by name, and who began it. */
  invitedIds?: readonly string[];
  /** Whom its tasks ask for by role, and at which place. */
  asked?: readonly { role: string; placePath: string }[];
};

/** Why somebody may: by which relation, and by which post where it is one of a post. */
export type Grant = { relation: Relation; post?: Post };

export type Verdict =
  { may: true; grants: readonly Grant[] } | { may: false; because: 'not-signed-in' | 'not-yours' };

/**
 * Whether the subject may do the action to the resource, and by what right. Without a resource: whether there is
 * anything to which he may (a list is then scoped by the grants).
 */
export function decide(subject: Subject, action: Action, resource?: Resource): Verdict {
  const found = grantsOf(subject, action).filter(
    (grant) => resource === undefined || holds(grant, subject, resource),
  );
  if (found.length > 0) return { may: true, grants: found };
  const isKnown = subject.personId !== null || subject.matterId !== null;
  return { may: false, because: isKnown ? 'not-yours' : 'not-signed-in' };
}

/** Every right that the table gives the subject for an action, whatever the thing. */
export const grantsOf = (subject: Subject, action: Action): Grant[] =>
  table.filter((row) => row.actions.includes(action)).flatMap((row) => grantsBy(row, subject));

function grantsBy({ roles, relation }: Row, subject: Subject): Grant[] {
  const byWayIn = roles.some((role) => isBySelf(role, subject)) ? [{ relation }] : [];
  const byPost = subject.posts.filter((post) => roles.some((role) => role === post.role));
  return [...byWayIn, ...byPost.map((post) => ({ relation, post }))];
}

function isBySelf(role: Row['roles'][number], { personId, matterId }: Subject): boolean {
  if (role === 'anyone') return true;
  return role === 'signedIn' ? personId !== null : role === 'receipt' && matterId !== null;
}

const isSame = (one: string | null | undefined, other: string | null | undefined) =>
  one !== null && one !== undefined && one === other;

const relations: Readonly<Record<Relation, (resource: Resource, subject: Subject, post?: Post) => boolean>> =
  {
    any: () => true,
    self: (resource, subject) => isSame(resource.personId, subject.personId),
    reporter: (resource, subject) => isSame(resource.reporterId, subject.personId),
    receipt: (resource, subject) => isSame(resource.matterId, subject.matterId),
    follower: ({ followers = [] }, subject) =>
      followers.some(
        (one) => isSame(one.matterId, subject.matterId) || isSame(one.reporterId, subject.personId),
      ),
    taker: (resource, subject) => isSame(resource.takenById, subject.personId),
    unit: (resource, _subject, post) =>
      (resource.unitIds ?? []).some((id) => post?.unitIds.includes(id) === true),
    place: (resource, _subject, post) =>
      post !== undefined && typeof resource.placePath === 'string' && coversPlace(post, resource.placePath),
    named: (resource, subject) => (resource.personIds ?? []).some((id) => isSame(id, subject.personId)),
    invited: (resource, subject) => (resource.invitedIds ?? []).some((id) => isSame(id, subject.personId)),
    asked: (resource, _subject, post) =>
      post !== undefined &&
      (resource.asked ?? []).some(
        ({ role, placePath }) => role === post.role && coversPlace(post, placePath),
      ),
    public: (resource) => resource.isPublic === true,
  };

const holds = ({ relation, post }: Grant, subject: Subject, resource: Resource): boolean =>
  relations[relation](resource, subject, post);
