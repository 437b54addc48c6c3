import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { Titled } from '../../api/matters.ts';

const days = { from: z.string(), until: z.string() };

export const Trend = z.object({
  ...days,
  by: z.string(),
  items: z.array(z.object({ ...days, received: z.int(), closed: z.int(), late: z.int(), open: z.int() })),
});
export type Trend = z.infer<typeof Trend>;

export const stages = ['received', 'registered', 'handled', 'told', 'rated', 'solved'] as const;
export const FunnelRead = z.object({
  ...days,
  items: z.array(z.object({ stage: z.enum(stages), n: z.int() })),
});

export const Area = z.object({
  id: z.string(),
  path: z.string(),
  title: z.string(),
  level: z.string(),
  hasChildren: z.boolean(),
  isDirect: z.boolean(),
});
export type Area = z.infer<typeof Area>;

export const Heat = z.object({
  ...days,
  by: z.enum(['weekday', 'hour']),
  columns: z.array(z.int()),
  rows: z.array(z.object({ place: Area, n: z.array(z.int()) })),
});
export type Heat = z.infer<typeof Heat>;

export const Ranking = z.object({
  ...days,
  by: z.string(),
  few: z.int(),
  items: z.array(
    z.object({
      owner: Titled,
      id: z.string(),
      received: z.int(),
      open: z.int(),
      overdue: z.int(),
      closed: z.int(),
      timely: z.int(),
      late: z.int(),
      dated: z.int(),
      lateShare: z.number().nullable(),
      isFew: z.boolean(),
    }),
  ),
});
export type Ranked = z.infer<typeof Ranking>['items'][number];

const Counts = z.object({ open: z.int(), overdue: z.int(), soon: z.int() });
export const PlacesRead = z.object({
  way: z.array(Area),
  total: Counts,
  items: z.array(Counts.extend({ place: Area })),
});
export type Part = z.infer<typeof PlacesRead>['items'][number];

export const Traffic = z.object({
  ...days,
  process: Titled,
  cases: z.int(),
  open: z.int(),
  reworked: z.int(),
  steps: z.array(
    z.object({
      step: z.string(),
      entered: z.int(),
      cases: z.int(),
      again: z.int(),
      medianMs: z.number().nullable(),
      ninthMs: z.number().nullable(),
      now: z.int(),
      overdue: z.int(),
    }),
  ),
  paths: z.array(
    z.object({ from: z.string(), to: z.string(), times: z.int(), cases: z.int(), isBack: z.boolean() }),
  ),
});
export type Traffic = z.infer<typeof Traffic>;

/** One of the numbers over many cases; what is shown stays while another span is counted, or the same again (live.ts). */
export function useStatistic<S extends z.ZodType>(
  schema: S,
  name: string,
  wish: Readonly<Record<string, string | undefined>>,
) {
  const ask = useAsk();
  const query = queryOf(wish);
  return useQuery({
    queryKey: ['statistics', name, query],
    queryFn: ({ signal }) => ask(schema, at(`statistics/${name}?${query}`), { signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** An address's values without those that say nothing. */
export function queryOf(wish: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(wish))
    if (value !== undefined && value !== '') query.set(name, String(value));
  return query.toString();
}

/** Where the cases behind a number are listed. */
export const casesAt = (wish: Readonly<Record<string, string | number | undefined>>): string =>
  `/cases?${queryOf(wish)}`;
