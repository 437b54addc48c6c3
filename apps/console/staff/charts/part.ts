import { casesAt, queryOf } from './read.ts';
import type { Part } from './read.ts';
import type { Wish } from './wish.ts';

/** Where a part leads: down to its own parts, or to the list of what is open in it. */
export const partAt = ({ place: { id, hasChildren, isDirect } }: Part, wish: Wish): string =>
  hasChildren && !isDirect
    ? `/map?${queryOf({ ...wish, place: id })}`
    : casesAt({ ...wish, place: id, state: 'open', direct: isDirect ? 'true' : undefined });
