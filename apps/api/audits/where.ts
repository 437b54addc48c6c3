import { fromOf, untilOf } from './search-query.ts';
import type { AuditQuery } from './search-query.ts';

/** Gives a value its place among the parameters of the query. */
export type Add = (value: unknown) => string;

/** Where the journal says which kind of a thing it was. */
const WHAT = `coalesce(j.data -> 'event' ->> 'does', j.data -> 'event' ->> 'kind', j.data -> 'event' ->> 'how',
  j.data -> 'event' ->> 'why', j.data -> 'event' ->> 'what')`;

/**
 * What an entry `j` has to be, where the search says something of entries; nothing where it does not. Residents are not
 * looked for: a person counts where he acted in an office.
 */
export function entryConditions(query: AuditQuery, add: Add): string[] {
  const { person, happened, when } = query;
  const [type, what] = (happened ?? '').split(':');
  return [
    ...(person === undefined ? [] : [byPerson(add(person))]),
    ...(happened === undefined || type === 'refused' ? [] : [`j.type = ${add(type)}`]),
    ...(what === undefined ? [] : [`${WHAT} = ${add(what)}`]),
    ...(when === 'any' ? within('j.at', query, add) : []),
  ];
}

const byPerson = (id: string): string =>
  `((j.data -> 'by' ->> 'person' = ${id} or j.data -> 'by' ->> 'for' = ${id}) and j.data -> 'by' ->> 'role' <> 'resident')`;

function within(column: string, query: AuditQuery, add: Add): string[] {
  const [from, until] = [fromOf(query), untilOf(query)];
  return [
    ...(from === undefined ? [] : [`${column} >= ${add(from)}`]),
    ...(until === undefined ? [] : [`${column} < ${add(until)}`]),
  ];
}

/** What a process `pr`, with its intake `i` where it has one, has to be. */
export function processConditions(query: AuditQuery, add: Add): string[] {
  const { q, unit, rule, ending, process, when } = query;
  return [
    ...(q === undefined ? [] : [numbered(add(`%${q.replace(/[\\%_]/g, '\\$&')}%`))]),
    ...(unit === undefined ? [] : [`pr.unit_ids @> array[${add(unit)}::uuid]`]),
    ...(rule === undefined ? [] : [ruled(rule, add)]),
    ...(ending === undefined ? [] : [`pr.ending = ${add(ending)}`]),
    ...(process === undefined ? [] : [`pr.type = ${add(process)}`]),
    ...(when === 'any' ? [] : within(when === 'closed' ? 'pr.closed_at' : 'pr.opened_at', query, add)),
    ...happenings(query, add),
  ];
}

/** Numbers of the process, of its things, and its receipt. */
const numbered = (pattern: string): string =>
  `(pr.number like ${pattern} or i.receipt like ${pattern}
    or exists (select from jsonb_each_text(pr.numbers) given where given.value like ${pattern}))`;

function ruled(rule: string, add: Add): string {
  const [name, version] = rule.split('@');
  // Nearly all are under one of a few: asked of one process after the other (offset 0), the newest stop the search.
  return `exists (select from journal r where r.process_id = pr.id and r.type in ('opened', 'adopted')
    and r.data -> 'event' -> 'policy' ->> 'name' = ${add(name)}
    and r.data -> 'event' -> 'policy' ->> 'version' = ${add(version)} offset 0)`;
}

/** Something that happened, was tried, or was held. */
function happenings(query: AuditQuery, add: Add): string[] {
  if (query.happened === 'refused') return [refused(query, add)];
  const conditions = entryConditions(query, add);
  if (conditions.length === 0) return [];
  const recorded = `select j.process_id from journal j where ${conditions.join(' and ')}`;
  const isHeld = query.person !== undefined && query.happened === undefined && query.when !== 'any';
  return [`pr.id in (${isHeld ? `${recorded} ${held(add(query.person))}` : recorded})`];
}

/** What lies or lay with somebody, also where he never acted. */
const held = (person: string): string =>
  `union select process_id from task where held_by_id = ${person}::uuid
   union select id from matter where responsible_id = ${person}::uuid`;

/** Attempts that were not let pass leave nothing in the journal. */
function refused(query: AuditQuery, add: Add): string {
  const conditions = [
    ...(query.person === undefined ? [] : [`c.subject_id = ${add(query.person)}`]),
    ...(query.when === 'any' ? within('c.received_at', query, add) : []),
  ];
  return `pr.id in (select c.process_id from command_outcome o join command c on c.id = o.command_id
    where ${[`o.status = 'rejected'`, ...conditions].join(' and ')})`;
}
