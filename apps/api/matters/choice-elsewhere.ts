import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { policyInForce } from '../../../prisma/policies.ts';
import { localKey } from '../../../prisma/project/course.ts';
import { openWords } from '../../../prisma/words.ts';
import { catalog } from '../../../workflows/catalog.ts';
import { openItems } from '../../../workflows/process/state.ts';
import type { Item, State } from '../../../workflows/process/state.ts';
import { alike } from '../../../workflows/rules/likeness.ts';
import type { Likened } from '../../../workflows/rules/likeness.ts';
import type { Language } from '../language.ts';
import { titlesOf } from './titles.ts';
import type { Choice } from './choice-lists.ts';
import { districtOf } from './choice-running.ts';

/** So many are looked at, and so many proposed. */
const LOOKED_AT = 300;
const MOST = 20;

const Said = z.looseObject({ words: z.string(), kind: z.string() });
type Row = { id: string; facts: unknown; place: string; at: Date };
type Told = Likened & { value: string; kind: string; place: string };

/**
 * Things of the same sort on other lists of the district that may be the same problem 共性问题 [003], the likest first
 * (`alike:<kind of item>:<process whose numbers say how alike>`). A person confirms.
 */
export async function alikeElsewhere(
  db: Database,
  [kind = '', process = '']: readonly string[],
  state: State,
  language: Language,
): Promise<Choice[]> {
  const own = openItems(state, kind).map((item) => rowOf(state, item));
  const others = await toldBy(db, await elsewhere(db, kind, state));
  const mine = await toldBy(db, own);
  const least = await leastLikeness(db, process, state);
  const ranked = others
    .map((one) => ({ one, share: Math.max(0, ...mine.map((other) => alike(one, other))) }))
    .filter(({ share }) => share >= least)
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST);
  const titles = await titlesOf(db, language, {
    places: ranked.map(({ one }) => one.place),
    kinds: ranked.map(({ one }) => one.kind),
  });
  return ranked.map(({ one, share }) => ({
    value: one.value,
    title: `${titles.place(one.place)?.title} · ${titles.kind(one.kind)?.title} · ${Math.round(share * 100)} %`,
  }));
}

const rowOf = ({ id, place }: State, item: Item): Row => ({
  ...{ id: localKey(id, item.id), facts: item.facts, place, at: new Date(item.openedAt) },
});

async function elsewhere({ pool }: Database, kind: string, state: State): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    `select id, facts, place_path as place, opened_at as at from item
     where process = $1 and kind = $2 and status = 'open' and process_id <> $3
       and (place_path = $4 or place_path like $4 || '/%') order by opened_at desc limit ${LOOKED_AT}`,
    [state.process, kind, state.id, districtOf(state)],
  );
  return rows;
}

async function toldBy(db: Database, rows: readonly Row[]): Promise<Told[]> {
  const read = rows.flatMap((row) => {
    const said = Said.safeParse(row.facts);
    return said.success ? [{ ...row, said: said.data }] : [];
  });
  const texts = await openWords(
    db,
    read.map(({ said }) => said.words),
  );
  return read.map(({ id, place, at, said }) => ({
    ...{ value: `${id}@${place}`, place, at, kind: said.kind, words: texts.get(said.words) ?? '' },
  }));
}

/** The share of likeness from which the town's pack wants it proposed. */
async function leastLikeness({ pool }: Database, process: string, { place }: State): Promise<number> {
  const inForce = await policyInForce(pool, place, new Date());
  const numbers = catalog[process]?.numbers?.safeParse(inForce?.policy.processes[process] ?? {});
  return z.object({ alike: z.number() }).safeParse(numbers?.data).data?.alike ?? 1;
}
