import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../list/filter-bar.tsx';

/** Names in the address of what is opened behind a number. */
const names = ['open', 'owner', 'step', 'reason'] as const;

/** What lies behind a number: kept in the address, so that it can be passed on. */
export function useBehind() {
  const { search, set } = useAddress();
  const open = search.get('open');
  return {
    open,
    owner: search.get('owner') ?? undefined,
    step: search.get('step') ?? undefined,
    reason: search.get('reason') ?? undefined,
    show: (wish: Partial<Record<(typeof names)[number], string>>) =>
      set({ open: undefined, owner: undefined, step: undefined, reason: undefined, ...wish }),
    close: () => set({ open: undefined, owner: undefined, step: undefined, reason: undefined }),
  };
}

type NumberProps = { n: ReactNode; title: string; onOpen: () => void };

/** A number that opens what it counts. */
export const Opens = ({ n, title, onOpen }: NumberProps) => (
  <button type="button" className="opens" aria-label={title} onClick={onOpen}>
    {n}
  </button>
);

/** The list behind a number, beside the board. */
export function Behind({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('watch');
  return (
    <Drawer open onClose={onClose} title={title} size={880} destroyOnHidden aria-label={t('behind')}>
      <div className="behind">{children}</div>
    </Drawer>
  );
}
