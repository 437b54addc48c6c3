import type { Page } from '../page.ts';

/** How many lines are read at once. */
export const PIECE = 1_000;

/** A piece of a list, from a cursor on. */
export type Read<T> = (cursor: string | undefined) => Promise<Page<T>>;

/**
 * A list piece by piece, each read once and only when the reader has taken the one before. Nothing is counted beforehand,
 * because nothing is ever cut: a file is as long as its list (a workbook goes on in another sheet), memory holds one piece,
 * and whoever goes away ends the reading. What breaks on the way breaks the transfer itself, so that no program takes a
 * part for the whole. The first piece is read before a byte is sent: a refusal is still a sentence.
 */
export async function piecesOf<T>(read: Read<T>): Promise<AsyncGenerator<readonly T[]>> {
  return following(read, await read(undefined));
}

async function* following<T>(read: Read<T>, first: Page<T>): AsyncGenerator<readonly T[]> {
  yield first.items;
  for (let cursor = first.nextCursor; cursor !== undefined;) {
    const page = await read(cursor);
    yield page.items;
    cursor = page.nextCursor;
  }
}
