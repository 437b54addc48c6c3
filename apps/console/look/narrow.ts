import { useSyncExternalStore } from 'react';

/** Up to this width the console is laid out for a thumb (site.css and staff.css say the same). Pixels. */
const query = matchMedia('(max-width: 900px)');

function onChange(tell: () => void): () => void {
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
}

/** Whether this is a phone, or a window as narrow as one. */
export const useNarrow = (): boolean => useSyncExternalStore(onChange, () => query.matches);
