import { useTranslation } from 'react-i18next';
import { useTime } from '../../look/time.ts';
import { When } from '../../look/when.tsx';
import { useExplain } from '../process/explain.ts';
import type { Audit, Clock } from './answer.ts';
import { useClocks } from './clocks-read.ts';

/** Deadline by deadline: how it came about, who moved it, whether it was kept; those that were not, first. */
export function Clocks({ of }: { of: Audit }) {
  const { t } = useTranslation('audit');
  return (
    <section className="panel" aria-labelledby="clocks">
      <h2 id="clocks">{t('clocks.title')}</h2>
      <When asked={useClocks(of)} waiting={null}>
        {(clocks) => (
          <>
            {clocks.length === 0 && <p className="hint">{t('clocks.none')}</p>}
            {lateFirst(clocks).map((clock) => (
              <Explained key={clock.id} clock={clock} />
            ))}
          </>
        )}
      </When>
    </section>
  );
}

const lateFirst = (clocks: readonly Clock[]): Clock[] =>
  clocks.toSorted((a, b) => Number(b.isLate) - Number(a.isLate));

function Explained({ clock }: { clock: Clock }) {
  const { t } = useTranslation('audit');
  const { at } = useTime();
  const explain = useExplain();
  const { title, dueAt, stoppedAt, isLate, extensions } = clock;
  return (
    <details className="deadline" open={isLate || extensions.length > 0}>
      <summary>
        <strong>{title}</strong> <Verdict of={clock} /> <span>{dueAt === null ? '' : at(dueAt)}</span>
      </summary>
      <ol>
        {explain(clock).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {stoppedAt !== null && <li>{t('clocks.stopped', { at: at(stoppedAt) })}</li>}
      </ol>
    </details>
  );
}

/** Late by how much, in time, or still running: a shape, a word and a colour. */
function Verdict({ of: { isLate, stoppedAt, dueAt } }: { of: Clock }) {
  const { t } = useTranslation('audit');
  const { span } = useTime();
  if (!isLate) return <span className="tag">{t(stoppedAt === null ? 'clocks.running' : 'clocks.kept')}</span>;
  const end = stoppedAt === null ? Date.now() : Date.parse(stoppedAt);
  const over = span(end - Date.parse(dueAt ?? ''));
  return <span className="lamp red">◆ {t('clocks.late', { span: over })}</span>;
}
