import { QueryCache, QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { statusOf, Unreachable } from './problem.ts';
import { SESSION } from './session.ts';

/** Keeps what was asked for; asks again when it went stale, and when the reader changes the language. */
export function freshness(): QueryClient {
  const queryCache = new QueryCache({
    // The session may have ended: whoever is shown as signed in is asked for again.
    onError: (error) => void (statusOf(error) === 401 && client.invalidateQueries({ queryKey: SESSION })),
  });
  const client: QueryClient = new QueryClient({
    queryCache,
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        refetchOnWindowFocus: true,
        retry: (times, error) => error instanceof Unreachable && times < 2,
      },
      mutations: { retry: false },
    },
  });
  i18next.on('languageChanged', () => void client.invalidateQueries());
  return client;
}
