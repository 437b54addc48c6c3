import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../../look/trouble.tsx';
import { useAddress } from '../list/filter-bar.tsx';

type Choice = { name: string; usual: string; values: readonly { value: string; title: string }[] };

type Props = {
  title: string;
  hint?: string;
  choice?: Choice;
  error: unknown;
  onRetry: () => void;
  /** While it is undefined the later height is kept. */
  height: number;
  children: ReactNode;
};

/** One question to the numbers: its title, how it can be cut, and its answer or what went wrong. */
export function ChartPanel({ title, hint, choice, error, onRetry, height, children }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className="panel chart-panel" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {choice !== undefined && <Choices choice={choice} label={title} />}
      </div>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {error === null ? (
        (children ?? (
          <div className="waiting" role="status" aria-label={t('state.loading')} style={{ height }} />
        ))
      ) : (
        <Trouble error={error} onRetry={onRetry} />
      )}
    </section>
  );
}

function Choices({ choice: { name, usual, values }, label }: { choice: Choice; label: string }) {
  const { search, set } = useAddress();
  const now = search.get(name) ?? usual;
  return (
    <span className="tallies" role="group" aria-label={label}>
      {values.map(({ value, title }) => (
        <button
          key={value}
          type="button"
          className="tally"
          aria-pressed={now === value}
          onClick={() => set({ [name]: value === usual ? undefined : value })}
        >
          {title}
        </button>
      ))}
    </span>
  );
}
