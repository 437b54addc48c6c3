import { grantsOf } from './decide.ts';
import type { Grant } from './decide.ts';
import type { Post, Subject } from './subject.ts';
import type { Action, Relation } from './right.ts';

/** A piece of SQL whose parameters are numbered from the length of the list it was given. */
export type Condition = { sql: string; values: unknown[] };

/** Which column of a list says what; a relation without one never holds there. All are SQL, none comes from outside. */
export type Columns = {
  personId?: string;
  reporterId?: string;
  takenById?: string;
  matterId?: string;
  /** an array of unit ids */
  unitIds?: string;
  placePath?: string;
  /** an array of the ids of people who are asked by name, or whose it is */
  personIds?: string;
  /** an array of the ids of people who are asked by name about the whole process, or who began it */
  invitedIds?: string;
  /** the id of the process whose tasks ask for roles */
  processId?: string;
  /** whether anybody may look at it */
  isPublic?: string;
};

/**
 * The rows of a list that a subject may see, from the same table that `decide` reads. `values` are the parameters the
 * query has so far; those of the scope come after them.
 */
export function scope(
  subject: Subject,
  action: Action,
  columns: Columns,
  values: readonly unknown[] = [],
): Condition {
  const grants = grantsOf(subject, action);
  if (grants.some(({ relation }) => relation === 'any')) return { sql: 'true', values: [...values] };
  const all = [...values];
  const add = (value: unknown) => `$${all.push(value)}`;
  const terms = grants
    .map((grant) => conditions[grant.relation](columns, grant, subject, add))
    .filter((sql) => sql !== '');
  const sql = [...new Set(terms)].join(' or ');
  return { sql: sql === '' ? 'false' : `(${sql})`, values: all };
}

type Term = (columns: Columns, grant: Grant, subject: Subject, add: (value: unknown) => string) => string;

const equals = (
  pick: (columns: Columns) => string | undefined,
  own: (subject: Subject) => string | null,
): Term =>
  function term(columns, _grant, subject, add) {
    const column = pick(columns);
    const value = own(subject);
    return column === undefined || value === null ? '' : `${column} = ${add(value)}`;
  };

const person = (subject: Subject) => subject.personId;

const conditions: Readonly<Record<Relation, Term>> = {
  any: () => 'true',
  self: equals(({ personId }) => personId, person),
  reporter: equals(({ reporterId }) => reporterId, person),
  receipt: equals(
    ({ matterId }) => matterId,
    ({ matterId }) => matterId,
  ),
  /** Whoever follows a merged matter has his own in the list. */
  follower: () => '',
  taker: equals(({ takenById }) => takenById, person),
  unit: ({ unitIds }, { post }, _subject, add) =>
    unitIds === undefined || post === undefined ? '' : `${unitIds} && ${add(post.unitIds)}::uuid[]`,
  place: ({ placePath }, { post }, _subject, add) => {
    if (placePath === undefined || post === undefined) return '';
    return within(placePath, post, add);
  },
  named: ({ personIds }, _grant, subject, add) => isAmong(personIds, subject, add),
  invited: ({ invitedIds }, _grant, subject, add) => isAmong(invitedIds, subject, add),
  asked: ({ processId }, { post }, _subject, add) =>
    processId === undefined || post === undefined
      ? ''
      : `exists (select from task asks where asks.process_id = ${processId} and asks.unit_id is null
          and asks.person_id is null and asks.role = ${add(post.role)} and ${within('asks.place_path', post, add)})`,
  public: ({ isPublic }) => isPublic ?? '',
};

const isAmong = (ids: string | undefined, { personId }: Subject, add: (value: unknown) => string) =>
  ids === undefined || personId === null ? '' : `${add(personId)}::uuid = any(${ids})`;

const within = (path: string, { placePath }: Post, add: (value: unknown) => string) =>
  `(${path} = ${add(placePath)} or ${path} like ${add(`${likeSafe(placePath)}/%`)})`;

const likeSafe = (text: string) => text.replace(/[\\%_]/g, '\\$&');
