import { BadInput } from '../../../workflows/rules/violation.ts';
import type { Page } from '../page.ts';

/** How many lines are read at once, and how many a file has at most: a spreadsheet is no use beyond that. */
export const PIECE = 500;
const MOST = 100_000;

/** A piece of a list, from a cursor on. */
export type Read<T> = (cursor: string | undefined) => Promise<Page<T>>;

/**
 * A list piece by piece. Before the first is given out the whole is counted, so that a list which is too long is refused
 * with a sentence (BadInput `export-too-long`) and never cut in silence; a list of one piece is read once.
 */
export async function piecesOf<T>(read: Read<T>, most = MOST): Promise<AsyncGenerator<readonly T[]>> {
  const first = await read(undefined);
  const count = first.items.length + (await countFrom(read, first.nextCursor, most));
  if (count > most) throw new BadInput('export-too-long', { most: most.toLocaleString('en') });
  return following(read, first);
}

/** How many lines follow; it stops counting at the first piece beyond the most. */
async function countFrom<T>(read: Read<T>, from: string | undefined, most: number): Promise<number> {
  let count = 0;
  for (let cursor = from; cursor !== undefined && count <= most;) {
    const { items, nextCursor } = await read(cursor);
    count += items.length;
    cursor = nextCursor;
  }
  return count;
}

async function* following<T>(read: Read<T>, first: Page<T>): AsyncGenerator<readonly T[]> {
  yield first.items;
  for (let cursor = first.nextCursor; cursor !== undefined;) {
    const page = await read(cursor);
    yield page.items;
    cursor = page.nextCursor;
  }
}
