import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { useAsk } from '../../api/asker.tsx';
import { Titled } from '../../api/matters.ts';
import type { Proceeding } from '../../api/matters.ts';

const Holder = z.object({ role: z.string().nullable(), unit: Titled.nullable() });
export type Holder = z.infer<typeof Holder>;

export const Clock = z.object({
  id: z.string(),
  title: z.string().nullable(),
  state: z.enum(['running', 'paused', 'stopped']),
  /** It closes in silence and is never late. */
  isWindow: z.boolean(),
  from: z.string(),
  until: z.string().nullable(),
  dueAt: z.string().nullable(),
  pauses: z.array(z.object({ from: z.string(), until: z.string().nullable() })),
  rungs: z.array(
    z.object({
      rung: z.string(),
      does: z.enum(['reminder', 'yellow', 'red', 'letter']).nullable(),
      at: z.string(),
      state: z.enum(['passed', 'overtaken', 'ahead']),
    }),
  ),
  holder: Holder.nullable(),
});
export type Clock = z.infer<typeof Clock>;

const Held = Holder.extend({
  tasks: z.int(),
  heldMs: z.number(),
  pausedMs: z.number(),
  overMs: z.number(),
});
export type Held = z.infer<typeof Held>;

const Hands = z.object({
  now: z.string(),
  workDayMs: z.number(),
  clocks: z.array(Clock),
  daysOff: z.array(z.object({ from: z.string(), until: z.string() })),
  hands: z.array(Held),
});
export type Hands = z.infer<typeof Hands>;

/** The clocks of a process and in whose hands its time was; it stands beside its deadlines. */
export function useHands({ id, links }: Pick<Proceeding, 'id' | 'links'>) {
  const ask = useAsk();
  return useQuery({
    queryKey: ['matter', id, 'hands'],
    enabled: links.hands !== null,
    queryFn: ({ signal }) => ask(Hands, links.hands ?? '', { signal }),
  });
}
