import type { Database } from '../../../prisma/client.ts';
import { entryOf } from '../../../prisma/journal.ts';
import { processNamed } from '../../../workflows/catalog.ts';
import { State } from '../../../workflows/process/state.ts';
import type { Language } from '../language.ts';
import { titlesOf } from '../matters/titles.ts';
import type { Titles } from '../matters/titles.ts';
import { timeOf } from '../wire.ts';
import { found } from './found.ts';
import type { AuditQuery } from './search-query.ts';
import { filled } from './said.ts';
import { tell } from './tell.ts';
import { entryConditions } from './where.ts';

/** Why a process was found: what was in it, by whom and when. */
export type Reason = { at: string | null; who: string | null; what: string };

type Hit = { process_id: string; seq: number; at: Date; data: unknown; n: number; state: unknown };
type Found = { id: string; type: string; number: string | null; receipt: string | null };

/** The reasons of each process on a page: its number, and the latest entry that fits with how many do. */
export async function reasonsFor(
  db: Database,
  query: AuditQuery,
  rows: readonly Found[],
  language: Language,
): Promise<ReadonlyMap<string, Reason[]>> {
  const hits = await hitsIn(db, query, rows);
  const titles = await titlesOf(db, language, handsOf(hits, query));
  const byProcess = new Map(hits.map((hit) => [hit.process_id, hit]));
  return new Map(
    rows.map((row) => {
      const hit = byProcess.get(row.id);
      const told = hit === undefined ? [] : [reasonOf(row, hit, titles, language)];
      return [row.id, [...told, ...standing(row, query, { titles, language, isTold: hit !== undefined })]];
    }),
  );
}

/** The latest entry of each process that is what was looked for, where entries were. */
async function hitsIn({ pool }: Database, query: AuditQuery, rows: readonly Found[]): Promise<Hit[]> {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const conditions = query.happened === 'refused' ? [] : entryConditions(query, add);
  if (conditions.length === 0 || rows.length === 0) return [];
  const ids = add(rows.map(({ id }) => id));
  const found = await pool.query<Hit>(
    `select distinct on (j.process_id) j.process_id, j.seq, j.at, j.data, pr.state,
            count(*) over (partition by j.process_id)::int as n
     from journal j join process pr on pr.id = j.process_id
     where j.process_id = any(${ids}::uuid[]) and ${conditions.join(' and ')} order by j.process_id, j.seq desc`,
    values,
  );
  return found.rows;
}

const handsOf = (hits: readonly Hit[], { person, unit }: AuditQuery) => {
  const hands = hits.map((hit) => entryOf(hit).by);
  return {
    people: [
      ...hands.flatMap((by) => (by?.role === 'resident' ? [] : (by?.person ?? []))),
      person ?? [],
    ].flat(),
    units: unit === undefined ? [] : [unit],
  };
};

function reasonOf({ type }: Found, hit: Hit, titles: Titles, language: Language): Reason {
  const { event, by } = entryOf(hit);
  const state = State.parse(hit.state);
  const telling = { language, definition: processNamed(type), state, named: () => undefined };
  const more = hit.n > 1 ? ` ${filled(found[language].times, { n: String(hit.n) })}` : '';
  const who = by === undefined || by.role === 'resident' ? null : (titles.person(by.person)?.title ?? null);
  return { at: timeOf(hit.at), who, what: tell(event, telling) + more };
}

type Standing = { titles: Titles; language: Language; isTold: boolean };

const say = (what: string, who: string | null = null): Reason => ({ at: null, who, what });

/** What the process itself has of what was looked for. */
function standing(row: Found, query: AuditQuery, { titles, language, isTold }: Standing): Reason[] {
  const { unit, rule, ending, happened } = query;
  const book = found[language];
  return [
    ...numbersOf(row, query, language),
    ...holding(query, titles, isTold ? undefined : book.holds),
    ...(happened === 'refused' ? [say(book.refused)] : []),
    ...(unit === undefined ? [] : [say(filled(book.unit, { unit: titles.unit(unit)?.title }))]),
    ...(rule === undefined ? [] : [say(filled(book.rule, { rule: rule.replace('@', ' ') }))]),
    ...(ending === undefined ? [] : [say(book.ending)]),
  ];
}

function numbersOf({ number, receipt }: Found, { q }: AuditQuery, language: Language): Reason[] {
  const numbers = [number, receipt].filter((text) => q !== undefined && text?.includes(q) === true);
  return numbers.length === 0 ? [] : [say(`${found[language].number} ${numbers.join(' · ')}`)];
}

/** It lies or lay with whoever was looked for, who never acted in it. */
const holding = ({ person, happened }: AuditQuery, titles: Titles, holds: string | undefined): Reason[] =>
  person === undefined || happened !== undefined || holds === undefined
    ? []
    : [say(holds, titles.person(person)?.title ?? null)];
