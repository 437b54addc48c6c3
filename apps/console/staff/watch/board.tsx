import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { statusOf } from '../../api/problem.ts';
import { Waiting } from '../../look/waiting.tsx';
import { When } from '../../look/when.tsx';
import type { Asked } from '../../look/when.tsx';

/** Numbers at an address below the API's; while they are asked for anew, those of before stay in sight. */
export function useNumbers<T>(answer: z.ZodType<T>, path: string) {
  const ask = useAsk();
  return useQuery({
    queryKey: ['overview', path],
    queryFn: ({ signal }) => ask(answer, at(path), { signal }),
    placeholderData: keepPreviousData,
  });
}

type Props<T> = { asked: Asked<T>; tools: ReactNode; children: (data: T) => ReactNode };

/** One board: what narrows it, which stays when the numbers cannot be had, and then the numbers. */
export function Board<T>({ asked, tools, children }: Props<T>) {
  return (
    <>
      {statusOf(asked.error) !== 403 && <div className="board-tools">{tools}</div>}
      <When asked={asked} waiting={<Waiting rows={6} />}>
        {children}
      </When>
    </>
  );
}
