import { z } from 'zod';
import { at } from '../api/ask.ts';
import type { Ask } from '../api/ask.ts';
import { Item, TargetedAction, Titled } from '../api/matters.ts';

// This page is about one kind of process, so it names it, and the act by which somebody books.
export const KIND = 'station-session';
export const BOOK = 'bookVisit';
/** What stands on its list for each booking. */
export const BOOKING = 'booking';
/** Where a visit stands while it can be booked. */
export const ANNOUNCED = 'announce';

/** What is published of a visit; `names` says what ids and paths are called, for whom that is known. */
export const Visit = z.object({
  id: z.string(),
  place: Titled,
  step: Titled.nullable(),
  facts: z.object({
    startsAt: z.string().optional(),
    venue: z.string().optional(),
    receiver: z.string().optional(),
    isCancelled: z.boolean().optional(),
  }),
  names: z.record(z.string(), z.string()),
  items: z.array(Item),
  actions: z.array(TargetedAction),
});
export type Visit = z.infer<typeof Visit>;

/** Asks for one visit; the list and its own page share what came. */
export const visitOf = (ask: Ask, id: string) => ({
  queryKey: ['matter', id, 'visit'],
  queryFn: () => ask(Visit, at(`processes/${id}`)),
});

/** Why a visit cannot be booked: called off, without an hour yet, over, or full and open to whoever comes. */
export function closedFor({ facts }: Pick<Visit, 'facts'>, now: number): 'off' | 'unfixed' | 'past' | 'full' {
  if (facts.isCancelled === true) return 'off';
  if (facts.startsAt === undefined) return 'unfixed';
  return Date.parse(facts.startsAt) < now ? 'past' : 'full';
}

/** What somebody booked in this tab: kept over a reload, so that it can be read again. */
const Booked = z.object({ words: z.string(), contact: z.string() }).partial();
export type Booked = z.infer<typeof Booked>;

const nameOf = (id: string): string => `minqing booked ${id}`;

export function readBooked(id: string): Booked | undefined {
  try {
    const kept = sessionStorage.getItem(nameOf(id));
    return kept === null ? undefined : Booked.safeParse(JSON.parse(kept)).data;
  } catch {
    return undefined; // not ours: the form is shown again
  }
}

/** Keeps what was booked; answers it as it will be shown. */
export function keepBooked(id: string, body: unknown): Booked {
  const booked = Booked.catch({}).parse(body);
  sessionStorage.setItem(nameOf(id), JSON.stringify(booked));
  return booked;
}
