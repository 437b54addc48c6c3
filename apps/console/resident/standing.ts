import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { at } from '../api/ask.ts';
import { useAsk } from '../api/asker.tsx';
import { Titled } from '../api/matters.ts';
import { statusOf } from '../api/problem.ts';

const Wait = z.object({
  why: z.string(),
  at: z.string(),
  unit: Titled.nullable(),
  reviewOn: z.string().nullable(),
  dueAt: z.string().nullable(),
});
export type Wait = z.infer<typeof Wait>;

/** How a report stands: of the earlier one, where its reporter follows that. */
export const Standing = z.object({
  isFollowing: z.boolean(),
  ending: z.string().nullable(),
  step: Titled.nullable(),
  steps: z.array(z.object({ step: Titled, at: z.string().nullable() })),
  waits: z.array(Wait),
  next: z.array(
    z.object({
      title: z.string(),
      role: z.string().nullable(),
      unit: Titled.nullable(),
      dueAt: z.string().nullable(),
      isOverdue: z.boolean(),
    }),
  ),
  told: z.array(z.object({ at: z.string(), what: z.string() })),
  results: z.array(z.object({ unit: Titled.nullable(), words: z.string(), at: z.string() })),
});
export type Standing = z.infer<typeof Standing>;

/** The page asks again by itself that often: a receipt has no live stream. Milliseconds. */
export const EVERY = 20_000;

/** While no process has begun nothing but the receipt is known. */
const BLANK: Standing = {
  ...{ isFollowing: false, ending: null, step: null },
  ...{ steps: [], waits: [], next: [], told: [], results: [] },
};

/** How the report stands, asked again by itself. */
export function useStanding(id: string) {
  const ask = useAsk();
  return useQuery({
    queryKey: ['matter', id, 'standing'],
    refetchInterval: EVERY,
    queryFn: async ({ signal }) => {
      try {
        return await ask(Standing, at(`reports/${id}/standing`), { signal });
      } catch (error) {
        if (statusOf(error) === 404) return BLANK;
        throw error;
      }
    },
  });
}
