import { coversPlace, hasRole } from './subject.ts';
import type { Subject } from './subject.ts';

/** What decides about a reporter's identity. `handlers`: every unit that has or had a task of the matter. */
export type Reported = {
  id: string;
  reporterId: string | null;
  takenById: string | null;
  placePath: string;
  handlers: readonly string[];
  isComplaint: boolean;
};

/**
 * Whether the subject may know who reported a matter and how to reach them. `with-purpose`: only when a reason is
 * given, which is recorded. A unit that handles a complaint never learns who complained [mission.md].
 */
export type Knowledge = 'yes' | 'with-purpose' | 'no';

export function mayKnowReporter(subject: Subject, matter: Reported): Knowledge {
  if (isReporter(subject, matter)) return 'yes';
  if (isHandler(subject, matter)) return matter.isComplaint ? 'no' : 'yes';
  if (subject.personId !== null && subject.personId === matter.takenById) return 'yes';
  if (answersForPlace(subject, matter)) return 'yes';
  return hasRole(subject, 'auditor') ? 'with-purpose' : 'no';
}

const isReporter = ({ personId, matterId }: Subject, matter: Reported) =>
  matterId === matter.id || (personId !== null && personId === matter.reporterId);

/** Whoever holds any post in a handling unit is a handler, whatever other posts he holds. */
const isHandler = ({ posts }: Subject, { handlers }: Reported) =>
  posts.some(({ unitId }) => unitId !== null && handlers.includes(unitId));

/** Those who dispatch and call back: the tiers above the place of the matter. */
const answersForPlace = ({ posts }: Subject, { placePath }: Reported) =>
  posts.some(
    (post) =>
      ['gridWorker', 'community', 'subdistrict', 'supervisor'].includes(post.role) &&
      coversPlace(post, placePath),
  );
