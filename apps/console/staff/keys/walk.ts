import { WISH } from '../list/table.tsx';

const rowsIn = (page: ParentNode): HTMLElement[] => [
  ...page.querySelectorAll<HTMLElement>('[data-walk] [data-row]'),
];

/** Whether somebody is in a form or a panel: then keys are not for the list behind it. */
export const isInDialog = (): boolean => document.activeElement?.closest('[role=dialog]') != null;

/** The row in focus; undefined where none is. */
export function rowInFocus(): HTMLElement | undefined {
  const here = document.activeElement;
  return here instanceof HTMLElement ? (here.closest<HTMLElement>('tr[data-key]') ?? undefined) : undefined;
}

const click = (selector: string): void => document.querySelector<HTMLElement>(selector)?.click();

/** Moves the focus among the rows of the page's list; past the last one it asks for more of them. */
export function walk(step: number): void {
  if (isInDialog()) return;
  const rows = rowsIn(document);
  const at = rows.findIndex((row) => row.closest('tr') === rowInFocus());
  const next = at === -1 && step < 0 ? rows.length - 1 : at + step;
  if (next >= rows.length) click('main [data-more]');
  if (next < 0) click('main [data-earlier]');
  stand(rows[Math.min(Math.max(next, 0), rows.length - 1)]);
}

function stand(row: HTMLElement | undefined): void {
  row?.focus();
  row?.closest('tr')?.scrollIntoView({ block: 'nearest' });
}

/** Tells a row what somebody wants of it. */
export const wishOf = (row: HTMLElement | undefined, wish: string): boolean =>
  row !== undefined && row.dispatchEvent(new CustomEvent(WISH, { detail: wish, bubbles: true }));

/** What a key wants: of the panel that is open, of the row in focus, or of the page. */
export function want(wish: keyof typeof inPanelBy, selector: string): void {
  const dialog = document.querySelector('.ant-drawer-open [role=dialog]');
  const inPanel = dialog?.querySelector<HTMLElement>(inPanelBy[wish]);
  if (inPanel != null) return inPanel.click();
  if (!wishOf(rowInFocus(), wish)) document.querySelector<HTMLElement>(selector)?.click();
}

export const CLAIM = '[data-act=claimTask]';
export const HAND = '[data-act=assignTask]';
const FIRST = '[data-act]:not([data-act=claimTask], [data-act=releaseTask])';

const inPanelBy = { first: FIRST, claim: CLAIM, 'act assignTask': HAND } as const;
