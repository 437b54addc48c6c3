import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { pageOf } from '../../api/action.ts';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { addressOf } from '../../api/processes.ts';
import type { Session } from '../../api/session.ts';
import { Offering } from '../action/offered.ts';
import { sections } from '../entries.ts';
import { isFor } from '../entry.ts';
import { useEntryTitle } from '../entry-title.ts';
import { allViews } from '../list/use-views.ts';
import { rowInFocus, wishOf } from './walk.ts';

/** Something that the palette finds: of which sort, what it is called, and what it does. */
export type Entry = { sort: 'act' | 'number' | 'view' | 'page'; id: string; label: string; run: () => void };

const isFound = (label: string, typed: string): boolean =>
  label.toLowerCase().includes(typed.trim().toLowerCase());

/** Everything that fits what was typed: acts of the row in focus or of the page, numbers, views, pages. */
export function useEntries(session: Session, typed: string): readonly Entry[] {
  const acts = useActs();
  const [numbers, views, pages] = [useNumbers(typed), useViewEntries(), usePages(session)];
  const fitting = [...acts, ...views, ...pages].filter(({ label }) => isFound(label, typed));
  return [...numbers, ...fitting];
}

/** What may be done when the palette opens: with the row in focus where there is one, else on the page. */
function useActs(): readonly Entry[] {
  const client = useQueryClient();
  const found = useRef<readonly Entry[]>(undefined);
  found.current ??= actsOfRow(rowInFocus(), (href) => client.getQueryData(['task', href])) ?? actsOfPage();
  return found.current;
}

function actsOfRow(row: HTMLElement | undefined, known: (href: string) => unknown) {
  const href = row?.dataset['actsAt'];
  if (row === undefined || href === undefined) return undefined;
  const { actions = [] } = Offering.safeParse(known(href)).data ?? {};
  return actions.map(({ name, title }): Entry => ({
    ...{ sort: 'act', id: name, label: title },
    run: () => wishOf(row, `act ${name}`),
  }));
}

const actsOfPage = (): readonly Entry[] =>
  [...document.querySelectorAll<HTMLElement>('main [data-act]')].map((button, i) => ({
    ...{ sort: 'act', id: `page ${i}`, label: button.textContent ?? '' },
    run: () => button.click(),
  }));

const Numbered = pageOf(
  z.object({
    id: z.string(),
    href: z.string(),
    number: z.string().nullable(),
    receipt: z.string().optional(),
    kind: z.object({ title: z.string() }).optional(),
    label: z.string().optional(),
  }),
);

const isNumber = (typed: string) => /^[\w-]*\d[\w-]*$/.test(typed) && typed.length > 1;

function useNumbers(typed: string): readonly Entry[] {
  const ask = useAsk();
  const navigate = useNavigate();
  const q = typed.trim();
  const { data = [] } = useQuery({
    queryKey: ['matters', 'palette', q],
    enabled: isNumber(q),
    queryFn: async ({ signal }) => {
      const wish = `limit=5&q=${encodeURIComponent(q)}`;
      const lists = await Promise.all(
        ['matters', 'processes'].map((list) => ask(Numbered, at(`${list}?${wish}`), { signal })),
      );
      return lists.flatMap(({ items }) => items);
    },
  });
  if (!isNumber(q)) return [];
  return data.map(({ id, href, number, receipt, kind, label }) => ({
    ...{ sort: 'number', id, label: `${number ?? receipt ?? ''} ${kind?.title ?? label ?? ''}` },
    run: () => void navigate(addressOf(href)),
  }));
}

/** Lists whose page is called otherwise. */
const pageOfList: Readonly<Record<string, string>> = {
  tasks: 'inbox',
  matters: 'ledger',
  cards: 'supervision',
};

function useViewEntries(): readonly Entry[] {
  const ask = useAsk();
  const navigate = useNavigate();
  const { data = [] } = useQuery(allViews(ask));
  return data.map(({ id, list, name, query }) => ({
    ...{ sort: 'view', id, label: name },
    run: () => void navigate(`/${pageOfList[list] ?? list}?${query}`),
  }));
}

function usePages(session: Session): readonly Entry[] {
  const titleOf = useEntryTitle();
  const navigate = useNavigate();
  const entries = sections.flatMap((section) => section.entries);
  return entries
    .filter((entry) => isFor(entry, session))
    .map((entry) => ({
      ...{ sort: 'page', id: entry.to, label: titleOf(entry) },
      run: () => void navigate(entry.to),
    }));
}
