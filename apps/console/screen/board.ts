import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { z } from 'zod';
import { at } from '../api/ask.ts';
import { useAsk } from '../api/asker.tsx';
import { calm } from '../api/calm.ts';
import { Titled } from '../api/matters.ts';

const By = z.record(z.string(), z.int());
const Part = z.object({ of: Titled, open: z.int().nullable(), overdue: z.int().nullable() });
export type Part = z.infer<typeof Part>;

/** Sums only; a number of a part is null where people could be known by it, or by what is left of a total beside it. */
export const Board = z.object({
  at: z.string(),
  place: z.string(),
  smallest: z.int(),
  totals: z.object({
    open: z.int(),
    overdue: z.int(),
    soon: z.int(),
    paused: z.int(),
    receivedToday: z.int(),
    closedToday: z.int(),
  }),
  colours: By,
  cards: By,
  places: z.array(Part),
  units: z.array(Part),
  repeated: z.array(z.object({ of: Titled, n: z.int(), before: z.int().nullable() })),
  days: z.array(z.object({ day: z.string(), received: z.int(), closed: z.int() })),
  quarter: z.array(z.object({ process: Titled, kind: Titled, n: z.int(), done: z.int() })),
});
export type Board = z.infer<typeof Board>;

const BOARD = ['board'];

/** However much happens, it is asked for again at most this often; and this often when nothing is heard. Milliseconds. */
const CALM = 5_000;
const ANYWAY = 60_000;

/** The board, asked for again when something changed. */
export function useBoard() {
  const ask = useAsk();
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource(at('events'));
    const board = calm(() => void client.invalidateQueries({ queryKey: BOARD }), CALM);
    source.addEventListener('stale', board.ask);
    return () => {
      source.close();
      board.leave();
    };
  }, [client]);
  return useQuery({
    queryKey: BOARD,
    queryFn: ({ signal }) => ask(Board, at('statistics/board'), { signal }),
    refetchInterval: ANYWAY,
  });
}
