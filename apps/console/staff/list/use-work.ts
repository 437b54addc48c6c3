import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useAsk } from '../../api/asker.tsx';
import { needsForm, useAtOnce } from '../action/at-once.ts';
import { useTellNext } from '../action/next-told.tsx';
import { offeredAt } from '../action/offered.ts';
import type { Opened } from '../action/panel.tsx';
import type { Wish } from './table.tsx';
import type { Chosen } from './use-chosen.ts';

type Given<T> = {
  rows: readonly T[];
  keyOf: (row: T) => string;
  hrefOf: (row: T) => string;
  titleOf?: (row: T) => string;
  actsAt?: (row: T) => string | undefined;
  chosen: Chosen;
  /** Rows that left the list may still be worked on, but none of them comes next. */
  gone: ReadonlySet<string>;
};

/** An act of the kit that finishes nothing: it says whose hands the task is in. */
const CLAIM = 'claimTask';
const isHolding = ({ name }: { name: string }) => name === CLAIM || name === 'releaseTask';

/** The row whose panel is open, and what keys and buttons want of rows. */
export function useWork<T>({ rows, keyOf, hrefOf, titleOf, actsAt, chosen, gone }: Given<T>) {
  const [open, setOpen] = useState<{ row: Opened; act?: string }>();
  const client = useQueryClient();
  const ask = useAsk();
  const doAtOnce = useAtOnce();
  const tellNext = useTellNext();

  const openedAt = (row: T | undefined): Opened | undefined => {
    const href = row === undefined ? undefined : actsAt?.(row);
    if (row === undefined || href === undefined) return undefined;
    return { id: keyOf(row), title: titleOf?.(row) ?? keyOf(row), href, to: hrefOf(row) };
  };
  const rowOf = (key: string) => openedAt(rows.find((row) => keyOf(row) === key));

  function openRow(key: string, act?: string) {
    const row = rowOf(key);
    if (row !== undefined) setOpen({ row, act });
  }

  async function act(key: string, name: string | undefined) {
    const row = rowOf(key);
    if (row === undefined) return;
    const { actions } = await client.fetchQuery(offeredAt(ask, row.href));
    const wanted =
      name === undefined
        ? (actions.find((action) => !isHolding(action)) ?? actions[0])
        : actions.find((action) => action.name === name);
    if (wanted === undefined) return setOpen({ row });
    if (needsForm(wanted)) return setOpen({ row, act: wanted.name });
    await doAtOnce(wanted);
  }

  function wish(key: string, wanted: Wish) {
    if (wanted === 'pick') chosen.toggle(key);
    else if (wanted === 'range') chosen.toggle(key, rows.map(keyOf));
    else if (wanted === 'peek') openRow(key);
    else void act(key, wanted === 'first' ? undefined : wanted === 'claim' ? CLAIM : wanted.slice(4));
  }

  function close() {
    setOpen(undefined);
    focusRow(open?.row.id);
  }

  /** The one after it in the list; after the last, the first. */
  function next() {
    const at = rows.findIndex((row) => keyOf(row) === open?.row.id);
    const others = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
    const following = openedAt(others.find((row) => !gone.has(keyOf(row)) && openedAt(row) !== undefined));
    if (following === undefined) return close();
    if (open !== undefined) tellNext(open.row.to);
    setOpen({ row: following });
  }

  return { opened: open?.row, act: open?.act, open: openRow, openedAt, close, next, wish };
}

/** The reader goes on where he was. */
function focusRow(key: string | undefined): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-walk] tr[data-key]')];
  const row = rows.find(({ dataset }) => dataset['key'] === key);
  row?.querySelector<HTMLElement>('[data-row]')?.focus();
}
