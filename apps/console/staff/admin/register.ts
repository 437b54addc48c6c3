import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOutletContext } from 'react-router';
import { z } from 'zod';
import { Action } from '../../api/action.ts';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { Titled } from '../../api/matters.ts';
import { hasRole } from '../../api/session.ts';
import type { Session } from '../../api/session.ts';
import type { Filter } from '../list/filter-bar.tsx';
import type { Column } from '../list/table.tsx';

const Head = z.object({ actions: z.array(Action).default([]), trail: z.array(Titled).default([]) });

/** What stands above a list of the register: what may be added, and the way down to it. */
export function useHead(path: string): z.infer<typeof Head> {
  const ask = useAsk();
  const { data } = useQuery({
    queryKey: ['register', 'head', path],
    queryFn: ({ signal }) => ask(Head, at(path), { signal }),
  });
  return data ?? { actions: [], trail: [] };
}

/** What is in use is shown, unless somebody wants to see what has ended. */
export function useStateFilter(states: readonly ('ended' | 'locked' | 'without' | 'away' | 'all')[]): Filter {
  const { t } = useTranslation('admin');
  return {
    name: 'state',
    title: t('state.title'),
    options: states.map((value) => ({ value, title: t(`state.${value}`) })),
  };
}

/** Whoever may change nothing here has no column of acts. */
export function useWithActs<T>(columns: readonly Column<T>[], ...roles: string[]): readonly Column<T>[] {
  const session = useOutletContext<Session>();
  return hasRole(session, ...roles) ? columns : columns.filter(({ name }) => name !== 'act');
}
