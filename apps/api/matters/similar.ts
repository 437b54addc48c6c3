import type { Database } from '../../../prisma/client.ts';
import { openWords } from '../../../prisma/words.ts';
import type { State } from '../../../workflows/process/state.ts';
import type { Language } from '../language.ts';
import { LINE, lineOf, namesIn } from './line.ts';
import type { LineRow } from './line.ts';
import type { MatterLine } from './shown.ts';
import { titlesOf } from './titles.ts';

/** How far apart two reports of the same may lie, and how many are shown. */
export const DAYS = 60;
const MOST = 30;

/**
 * Candidates for duplicates: open matters of the same kind in the same community, opened not long before or after, the
 * nearest place first. A person decides; this only finds.
 */
export async function similarTo(db: Database, state: State, language: Language): Promise<MatterLine[]> {
  const rows = await candidates(db, state);
  const titles = await titlesOf(db, language, namesIn(rows));
  return rows.map((row) => lineOf(row, titles, language));
}

/** The same with the whole report of each, to be read side by side. */
export async function reportsLike(db: Database, state: State, language: Language) {
  const lines = await similarTo(db, state, language);
  const { rows } = await db.pool.query<{ id: string; ref: string }>(
    `select i.id, 'w:' || w.id || ':' || w.hash as ref from intake i join words w on w.id = i.words_id where i.id = any($1::uuid[])`,
    [lines.map(({ id }) => id)],
  );
  const texts = await openWords(
    db,
    rows.map(({ ref }) => ref),
  );
  const byId = new Map(rows.map(({ id, ref }) => [id, texts.get(ref) ?? null]));
  return lines.map((line) => ({ ...line, words: byId.get(line.id) ?? null }));
}

/** The community that the place lies in, or the place itself where it is higher. */
export const areaOf = (path: string) => path.split('/').slice(0, 3).join('/');

async function candidates({ pool }: Database, { id, place, facts, openedAt }: State): Promise<LineRow[]> {
  const { rows } = await pool.query<LineRow>(
    `select ${LINE} from matter m join process pr on pr.id = m.id join intake i on i.id = m.id join place p on p.id = i.place_id
     where m.id <> $1 and m.status = 'open' and m.kind = $2 and (m.place_path = $3 or m.place_path like $3 || '/%')
       and m.opened_at between $4::timestamptz - make_interval(days => $5) and $4::timestamptz + make_interval(days => $5)
     order by m.place_path <> $6, m.opened_at desc, m.id limit $7`,
    [id, facts['kind'], areaOf(place), openedAt, DAYS, place, MOST],
  );
  return rows;
}
