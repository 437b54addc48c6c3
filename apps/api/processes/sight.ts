import { decide } from '../door/decide.ts';
import type { Resource } from '../door/decide.ts';
import { hasRole } from '../door/subject.ts';
import type { Subject } from '../door/subject.ts';
import type { Naming } from '../matters/hands.ts';
import type { Sight } from '../matters/reveal.ts';

/** Roles by which somebody is staff or a deputy. */
export const offices = [
  'gridWorker',
  'community',
  'subdistrict',
  'department',
  'supervisor',
  'deputy',
] as const;

/** Whether the subject holds an office, as staff or as a deputy. */
export const isOffice = (subject: Subject): boolean => hasRole(subject, ...offices);

/**
 * How much of a process that is no matter somebody sees. `all`: an office that has to do with it, and a deputy who is
 * asked for there. `facts`: the deputy of the place. `own`: everybody else, who sees what is published and what is his.
 */
function sightOf(subject: Subject, resource: Resource): Sight {
  const grants = grantsFor(subject, resource);
  const isConcerned = grants.some(({ relation, post }) => {
    if (post === undefined) return ['named', 'taker'].includes(relation) && isOffice(subject);
    return post.role !== 'resident' && (post.role !== 'deputy' || relation !== 'place');
  });
  if (isConcerned) return 'all';
  return grants.some(({ post }) => post?.role === 'deputy') ? 'facts' : 'own';
}

function grantsFor(subject: Subject, resource: Resource) {
  const verdict = decide(subject, 'processes:read', resource);
  return verdict.may ? verdict.grants : [];
}

/** Who said something is known where it was taken down, and to those whom a task asks for; not to units that only help. */
const knowsPeople = (subject: Subject, resource: Resource): boolean =>
  grantsFor(subject, resource).some(
    ({ relation, post }) =>
      post !== undefined && !['auditor', 'resident'].includes(post.role) && relation !== 'unit',
  );

/** How a process that is no matter stands to whoever looks. */
export const namingFor = (subject: Subject, resource: Resource): Naming => ({
  sight: sightOf(subject, resource),
  knowsReporter: knowsPeople(subject, resource),
});
