import { useId } from 'react';
import type { ReactNode } from 'react';
import { Waiting } from '../../look/waiting.tsx';
import { When } from '../../look/when.tsx';
import type { Asked } from '../../look/when.tsx';
import { Exports } from '../list/exports.tsx';
import { useAddress } from '../list/filter-bar.tsx';

type Choice = { name: string; usual: string; values: readonly { value: string; title: string }[] };

type Props<T> = {
  title: string;
  hint?: string;
  choice?: Choice;
  /** Under which name its numbers can be taken away, and for which query. */
  file: { list: string; query: string };
  asked: Asked<T>;
  /** Kept until the answer is there. Pixels. */
  height: number;
  children: (data: T) => ReactNode;
};

/** One question to the numbers: its title, how it can be cut, and its answer or what went wrong. */
export function ChartPanel<T>({ title, hint, choice, file, asked, height, children }: Props<T>) {
  const id = useId();
  return (
    <section className="panel chart-panel" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        <span className="panel-tools">
          {choice !== undefined && <Choices choice={choice} label={title} />}
          <Exports list={file.list} title={title} wish={file.query} />
        </span>
      </div>
      {hint !== undefined && <p className="hint">{hint}</p>}
      <When asked={asked} waiting={<Waiting height={height} />}>
        {children}
      </When>
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
