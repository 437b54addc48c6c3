import { z } from 'zod';
import { BadRequest } from './refusal.ts';

/** How much of a list is asked for, and from where on. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** A piece of a list; without `nextCursor` it is the last. */
export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional() });

export type Page<T> = { items: T[]; nextCursor?: string };

/** Where a list goes on: after the row with this sort value and id. Opaque outside. */
export type Place = readonly [value: string | number | null, id: string];

const Place = z.tuple([z.union([z.string(), z.number(), z.null()]), z.string()]);

export const cursorOf = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** The place that a cursor names; undefined for the first page. Throws BadRequest for what was never given out. */
export function placeOf(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, 'base64url').toString();
  const place = Place.safeParse(jsonOf(text));
  if (!place.success) throw new BadRequest('cursor-unknown');
  return place.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // never given out: refused by the schema
  }
}

/** Cuts one row too many into a page: ask the database for `limit + 1`. */
export function cut<R, T>(
  rows: readonly R[],
  limit: number,
  item: (row: R) => T,
  place: (row: R) => Place,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(item), nextCursor: last === undefined ? undefined : cursorOf(place(last)) };
}
