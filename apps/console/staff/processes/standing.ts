import { useEnding } from '../process/names.ts';
import { useName } from '../../text/name.ts';
import type { Titled } from '../../api/matters.ts';

type Stands = { process: string; status: string; step: Titled | null; ending: string | null };

/** Where something stands, in a word: its step while it runs, then how it ended. */
export function useStanding(): (of: Stands) => string {
  const name = useName();
  const ending = useEnding();
  return ({ process, status, step, ending: code }) => {
    if (code !== null) return ending(process, code);
    return step?.title ?? name('term', 'status', status);
  };
}
