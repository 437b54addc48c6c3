import type { Database } from '../../../prisma/client.ts';
import { catalog } from '../../../workflows/catalog.ts';
import { Facts } from '../../../workflows/process/event.ts';
import type { TaskRow } from './inbox.ts';
import { wordsIn } from './reveal.ts';

/** So many characters tell one row from the next. */
const MOST = 24;

type Row = Pick<TaskRow, 'process_id' | 'process' | 'facts'>;

/** What the processes of the rows are about, as people wrote it, by their ids: those alike by name are told apart so. */
export async function aboutIn(db: Database, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const references = rows.flatMap((row) => {
    const reference = referenceIn(row);
    return typeof reference === 'string' ? [[row.process_id, reference] as const] : [];
  });
  const words = await wordsIn(db, references);
  return new Map(references.map(([id, reference]) => [id, headline(words.get(reference) ?? '')]));
}

const referenceIn = ({ process, facts }: Row): unknown =>
  facts === null ? undefined : catalog[process ?? '']?.about?.(Facts.parse(facts));

/** The first sentence, cut where even that is long. */
function headline(words: string): string {
  const [first = ''] = words.trim().split(/[。！？；\n]|[.!?;]\s/);
  const signs = Array.from(first);
  return signs.length > MOST ? `${signs.slice(0, MOST - 1).join('')}…` : first;
}
