import type { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { inboxOf, InboxQuery } from '../matters/inbox.ts';
import { listMatters, MatterQuery } from '../matters/list.ts';
import { ItemQuery, listItems } from '../processes/items.ts';
import { listProcesses, ProcessQuery } from '../processes/list.ts';

/** A view's rows are counted up to here: more than that nobody compares. */
const MOST = 99;

type Listed = { db: Database; subject: Subject; language: Language };
type Count = (look: Listed, query: unknown) => Promise<number | null>;

/** Reads one row more than is counted, through the list's own query. */
const by =
  <S extends z.ZodType>(schema: S, rowsOf: (look: Listed, query: z.output<S>) => Promise<number>): Count =>
  async (look, query) => {
    const parsed = schema.safeParse(query);
    return parsed.success ? rowsOf(look, parsed.data) : null;
  };

const inPage = ({ items, nextCursor }: { items: readonly unknown[]; nextCursor?: string }) =>
  items.length + (nextCursor === undefined ? 0 : 1);

/** The lists whose views are counted, by the first part of their address. */
const lists: Readonly<Record<string, Count>> = {
  tasks: by(InboxQuery, async ({ db, subject }, query) => (await inboxOf(db, subject, query)).length),
  matters: by(MatterQuery, async ({ db, subject, language }, query) =>
    inPage(await listMatters(db, subject, query, language)),
  ),
  processes: by(ProcessQuery, async ({ db, subject, language }, query) =>
    inPage(await listProcesses(db, subject, query, language)),
  ),
  items: by(ItemQuery, async ({ db, subject, language }, query) =>
    inPage(await listItems(db, subject, query, language)),
  ),
};

/** How many rows a view has now, at most a hundred; null for a list that is not counted, or a query it no longer takes. */
export async function countView(look: Listed, list: string, query: string): Promise<number | null> {
  const wish = { ...Object.fromEntries(new URLSearchParams(query)), limit: MOST };
  return (await lists[list]?.(look, wish)) ?? null;
}
