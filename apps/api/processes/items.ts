import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { Facts } from '../../../workflows/process/event.ts';
import { decide } from '../door/decide.ts';
import { INVITED, ITEM_UNITS } from '../door/process-resource.ts';
import { scope } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { wordsIn } from '../matters/reveal.ts';
import { cut, PageQuery, placeOf } from '../page.ts';
import { timeOf, timeOrNull } from '../wire.ts';
import { hrefOf, labelOf, titledProcess } from './address.ts';
import { factsShown, itemKind } from './item-view.ts';
import { inPlace } from './list.ts';
import { namesWithin } from './names.ts';
import type { Names } from './names.ts';
import type { ItemLine, ItemPage } from './shown.ts';

/** `process`: a kind of process, or the id of one; `place`: its id, code or path. */
export const ItemQuery = PageQuery.extend({
  process: z.string().max(60).optional(),
  kind: z.string().max(60).optional(),
  status: z.enum(['open', 'closed']).optional(),
  place: z.string().max(200).optional(),
  unit: z.uuid().optional(),
  q: z.string().trim().min(2).max(60).optional(),
});
export type ItemQuery = z.infer<typeof ItemQuery>;

type Row = {
  id: string;
  process_id: string;
  process: string;
  kind: string;
  status: 'open' | 'closed';
  number: string | null;
  place_path: string;
  unit_id: string | null;
  person_id: string | null;
  ending: string | null;
  facts: unknown;
  opened_at: Date;
  opened_text: string;
  closed_at: Date | null;
  process_facts: unknown;
  process_status: 'open' | 'ending' | 'closed';
};

const columns = {
  ...{ placePath: 'i.place_path', unitIds: ITEM_UNITS, processId: 'i.process_id' },
  ...{ personIds: 'array[i.person_id]', invitedIds: INVITED },
};

/** A page of the things on the lists of all processes that the subject may see, the latest first. */
export async function listItems(
  db: Database,
  subject: Subject,
  query: ItemQuery,
  language: Language,
): Promise<z.infer<typeof ItemPage>> {
  const values: unknown[] = [];
  const add = (one: unknown) => `$${values.push(one)}`;
  const wanted = filters(query, add);
  const after = placeOf(query.cursor);
  if (after) wanted.push(`(i.opened_at, i.id) < (${add(after[0])}::timestamptz, ${add(after[1])}::text)`);
  const seen = scope(subject, 'items:list', columns, values);
  const { rows } = await db.pool.query<Row>(
    `select i.*, i.opened_at::text as opened_text, pr.state -> 'facts' as process_facts, pr.status as process_status
     from item i join process pr on pr.id = i.process_id where ${[...wanted, seen.sql].join(' and ')}
     order by i.opened_at desc, i.id desc limit ${query.limit + 1}`,
    seen.values,
  );
  const named = await namesWithin(db, language, {
    told: 'officials',
    pieces: rows.map(({ facts }) => facts),
    more: { places: rows.map(({ place_path: path }) => path), people: [subject.personId ?? []].flat() },
  });
  const words = await wordsIn(
    db,
    rows.map(({ facts }) => facts),
  );
  const line = (row: Row) => lineOf(row, { subject, language, named, words });
  const page = cut(rows, query.limit, line, ({ opened_text: at, id }) => [at, id]);
  return { ...page, names: named.names };
}

function filters(query: ItemQuery, add: (value: unknown) => string): string[] {
  const { process, kind, status, place, unit, q } = query;
  const isId = z.uuid().safeParse(process).success;
  return [
    ...(process ? [isId ? `i.process_id = ${add(process)}::uuid` : `i.process = ${add(process)}`] : ['true']),
    ...(kind ? [`i.kind = ${add(kind)}`] : []),
    ...(status ? [`i.status = ${add(status)}`] : []),
    ...(place ? [inPlace('i.place_path', add(place))] : []),
    ...(unit ? [`i.unit_id = ${add(unit)}::uuid`] : []),
    ...(q ? [`i.number like ${add(`${q.replace(/[\\%_]/g, '\\$&')}%`)}`] : []),
  ];
}

type Look = { subject: Subject; language: Language; named: Names; words: ReadonlyMap<string, string> };

/** Who said something is told in a list only where the place is the caller's, as `decide` says. */
function lineOf(row: Row, { subject, language, named, words }: Look): ItemLine {
  const { process, process_id: id, place_path: path, person_id: person } = row;
  const isOwn = person !== null && person === subject.personId;
  const whole = { placePath: path, unitIds: [], personIds: [] };
  const isAtHome = decide(subject, 'items:act', whole).may;
  const known = {
    isNamed: isOwn || (person !== null && named.isNamed(person)),
    isReachable: isOwn || isAtHome,
  };
  return {
    ...{ id: row.id, href: `/api/v1/items/${row.id}`, number: row.number, status: row.status },
    kind: itemKind(process, row.kind, language),
    place: named.titles.place(path) ?? { value: path, title: path },
    unit: named.titles.unit(row.unit_id),
    person: known.isNamed ? named.titles.person(person) : null,
    ending: row.ending,
    facts: factsShown(Facts.parse(row.facts), words, known),
    openedAt: timeOf(row.opened_at),
    closedAt: timeOrNull(row.closed_at),
    process: {
      ...{ id, href: hrefOf(process, id), process: titledProcess(process, language) },
      label: labelOf(process, Facts.parse(row.process_facts), language),
      status: row.process_status,
    },
  };
}
