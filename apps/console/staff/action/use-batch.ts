import { useRef, useState } from 'react';
import type { Action } from '../../api/action.ts';
import { newKey } from '../../api/key.ts';
import { Refused } from '../../api/problem.ts';
import { useSentence } from '../../look/trouble.tsx';
import { usePerform, useRefresh } from './drawer.tsx';
import { inTurns } from './in-turns.ts';

/** What is done together: its name, and the address that says what may be done with it. */
export type BatchRow = { id: string; title: string; href: string };

/** How it went with one of them: `unknown` goes on by itself, `lost` was perhaps never heard. */
export type Result = {
  state: 'waiting' | 'running' | 'done' | 'refused' | 'unknown' | 'lost';
  said?: string;
};

/** An act that each row offers, by the row's id, and what was filled in once for all of them. */
export type Deed = { acts: ReadonlyMap<string, Action>; body: unknown };

/** So many are on their way at the same moment. */
const AT_ONCE = 4;

const isSettled = ({ state }: Result) => state !== 'waiting' && state !== 'running';

/** Does one act to many rows. Each keeps the key of its first try, so that trying again is the same act. */
export function useBatch(rows: readonly BatchRow[]) {
  const [results, setResults] = useState<Readonly<Record<string, Result>>>({});
  const [isRunning, setRunning] = useState(false);
  const keys = useRef(new Map<string, string>());
  const last = useRef<Deed>(undefined);
  const perform = usePerform();
  const refresh = useRefresh();
  const sentence = useSentence();

  const note = (id: string, result: Result) => setResults((before) => ({ ...before, [id]: result }));
  const keyOf = (id: string): string => {
    const key = keys.current.get(id) ?? newKey();
    keys.current.set(id, key);
    return key;
  };

  async function doOne({ id }: BatchRow, { acts, body }: Deed): Promise<void> {
    const act = acts.get(id);
    if (act === undefined) return;
    note(id, { state: 'running' });
    try {
      const { status } = await perform(act, body, keyOf(id));
      note(id, { state: status === 'accepted' ? 'done' : 'unknown' });
    } catch (error) {
      note(id, { state: error instanceof Refused ? 'refused' : 'lost', said: sentence(error) });
    }
  }

  async function run(deed: Deed, chosen: readonly BatchRow[] = rows): Promise<void> {
    last.current = deed;
    setRunning(true);
    for (const { id } of chosen) note(id, { state: 'waiting' });
    await inTurns(chosen, AT_ONCE, (row) => doOne(row, deed));
    setRunning(false);
    await refresh();
  }

  const failed = rows.filter(({ id }) => ['refused', 'lost'].includes(results[id]?.state ?? ''));
  return {
    results,
    isRunning,
    failed,
    settled: Object.values(results).filter(isSettled).length,
    run,
    /** Once more those that did not go through, with what was filled in before. */
    retry: async () => (last.current === undefined ? undefined : run(last.current, failed)),
  };
}
