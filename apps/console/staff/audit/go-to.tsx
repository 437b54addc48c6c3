import type { ReactNode } from 'react';
import { useAddress } from '../list/filter-bar.tsx';

/** Leads to an entry of the course, also where filters or folds hide it. */
export function GoTo({ seq, children }: { seq: number; children: ReactNode }) {
  const { set } = useAddress();
  const go = () => {
    set({ all: 'true', by: undefined, kind: undefined });
    requestAnimationFrame(() => {
      const found = document.getElementById(`e${seq}`);
      found?.closest('details')?.setAttribute('open', '');
      found?.scrollIntoView({ block: 'center' });
    });
  };
  return (
    <button type="button" className="quiet audit-go" onClick={go}>
      {children}
    </button>
  );
}
