import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { useAsk } from '../../api/asker.tsx';
import { Clock } from './answer.ts';
import type { Audit } from './answer.ts';

const Answer = z.object({ items: z.array(Clock) });

/** Every clock of the process, explained. */
export function useClocks({ id, links }: Audit) {
  const ask = useAsk();
  return useQuery({
    queryKey: ['audit', id, 'deadlines'],
    queryFn: async ({ signal }) => (await ask(Answer, links.deadlines, { signal })).items,
  });
}
