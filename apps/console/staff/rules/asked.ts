// A town's numbers as people read them: packs, their versions and cases, the calendar, and what a change would move.
// What each page asks the API for stands here.
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { CalendarYear, Case, Pack, Proposal, Versions } from '../../api/policies.ts';

/** The first part of every query's name here: something put in force makes them all stale. */
export const RULES = 'policies';

const Sentences = z.object({ items: z.array(z.string()) });

/** One answer of the API, kept under its address. */
function useAnswer<T>(schema: z.ZodType<T>, address: string | undefined) {
  const ask = useAsk();
  return useQuery({
    queryKey: [RULES, address],
    enabled: address !== undefined,
    queryFn: ({ signal }) => ask(schema, at(address ?? ''), { signal }),
  });
}

export const useVersions = () => useAnswer(Versions, 'policies');
export const useProposals = (isAsked: boolean) =>
  useAnswer(z.object({ items: z.array(Proposal) }), isAsked ? 'policies/proposals' : undefined);

const pathOf = (name: string, version: string) =>
  `policies/${encodeURIComponent(name)}/versions/${encodeURIComponent(version)}`;

export const usePack = (name: string, version: string) => useAnswer(Pack, pathOf(name, version));
export const useCases = (name: string, version: string) =>
  useAnswer(z.object({ items: z.array(Case) }), `${pathOf(name, version)}/examples`);

/** What is other in a version than in another one. */
export const useDifference = (name: string, version: string, other: string | undefined) =>
  useAnswer(
    Sentences,
    other === undefined ? undefined : `${pathOf(name, version)}/difference?with=${encodeURIComponent(other)}`,
  );

const Due = z.object({ dueAt: z.string(), sentence: z.string() });

/** When a term that begins at a moment would be over. */
export const useDue = (name: string, version: string, asked: { term: string; from: string } | undefined) =>
  useAnswer(
    Due,
    asked === undefined
      ? undefined
      : `${pathOf(name, version)}/due?${new URLSearchParams({ term: asked.term, at: asked.from }).toString()}`,
  );

/** A year of a calendar; of its newest version unless one is named. */
export const useYear = (id: string, year: number, version: string | undefined) =>
  useAnswer(
    CalendarYear,
    `calendars/${encodeURIComponent(id)}?year=${year}${version === undefined ? '' : `&version=${encodeURIComponent(version)}`}`,
  );
