import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Action } from '../../api/action.ts';
import { useAsk } from '../../api/asker.tsx';
import { newKey } from '../../api/key.ts';
import type { Move, Version } from '../../api/policies.ts';
import { Trouble } from '../../look/trouble.tsx';
import { useName } from '../../text/name.ts';
import { RULES } from './asked.ts';

const Outcomes = z.object({ items: z.array(z.object({ id: z.string(), outcome: z.string() })) });

/** As many as the API takes at once; the rest is sent after them. */
const AT_ONCE = 50;

type Outcome = { id: string; outcome: string };

/** Moves what was chosen, on grounds that stand in each record, and says what became of each. */
function useMoving(action: Action | undefined, { what, name, version }: Version) {
  const ask = useAsk();
  const client = useQueryClient();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [error, setError] = useState<unknown>(null);
  async function move(moves: readonly Move[], grounds: string) {
    setError(null);
    const ids = moves.map(({ id }) => id);
    try {
      for (let done = 0; done < ids.length && action !== undefined; done += AT_ONCE) {
        const body = { what, name, version, grounds, processes: ids.slice(done, done + AT_ONCE) };
        const { items } = await ask(Outcomes, action.href, { method: 'POST', body, key: newKey() });
        setOutcomes((before) => [...before, ...items]);
      }
      await client.invalidateQueries({ queryKey: [RULES, 'moves'] });
    } catch (thrown) {
      setError(thrown);
    }
  }
  return { move, outcomes, error };
}

type Props = { action: Action | undefined; to: Version; moves: readonly Move[] };

export function MoveForm({ action, to, moves }: Props) {
  const { t } = useTranslation('rules');
  const { move, outcomes, error } = useMoving(action, to);
  const [isMoving, setMoving] = useState(false);
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const grounds = new FormData(event.currentTarget).get('grounds');
    if (isMoving || moves.length === 0 || typeof grounds !== 'string') return;
    setMoving(true);
    await move(moves, grounds);
    setMoving(false);
  }
  if (action === undefined) return <p className="hint">{t('moves.notYours')}</p>;
  return (
    <form className="form" onSubmit={(event) => void send(event)}>
      <label>
        {t('moves.grounds')}
        <textarea className="input" name="grounds" required minLength={1} maxLength={4000} rows={3} />
      </label>
      <button type="submit" className="button primary" aria-disabled={isMoving || moves.length === 0}>
        {t('moves.move', { n: moves.length })}
      </button>
      {error !== null && <Trouble error={error} />}
      <Said outcomes={outcomes} isMoving={isMoving} all={moves.length} />
    </form>
  );
}

type SaidProps = { outcomes: readonly Outcome[]; isMoving: boolean; all: number };

function Said({ outcomes, isMoving, all }: SaidProps) {
  const { t } = useTranslation('rules');
  const name = useName();
  const counts = new Map<string, number>();
  for (const { outcome } of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return (
    <div role="status">
      {isMoving && <progress value={outcomes.length} max={all} aria-label={t('moves.progress')} />}
      {[...counts].map(([outcome, n]) => (
        <p key={outcome}>{`${name('rules', 'outcome', outcome)} ${n}`}</p>
      ))}
    </div>
  );
}
