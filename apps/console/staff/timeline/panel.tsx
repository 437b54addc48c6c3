// The course of a process as a line of time: its clocks as bars, rungs as marks, long waits folded, and in whose hands the
// time was. Everything that is drawn stands as a list below.
import { useTranslation } from 'react-i18next';
import type { Proceeding } from '../../api/matters.ts';
import { Trouble } from '../../look/trouble.tsx';
import { ClockList } from './clock-list.tsx';
import { Drawing } from './drawing.tsx';
import { HeldTable } from './held-table.tsx';
import { useHands } from './read.ts';
import './timeline.css';

/** For those who oversee it; others have no part in whose time it was. */
export default function Timeline({ of }: { of: Proceeding }) {
  const { t } = useTranslation(['charts', 'site']);
  const { data, error, refetch } = useHands(of);
  if (of.links.hands === null || data?.clocks.length === 0) return null;
  return (
    <section className="panel timeline" aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline.title')}</h2>
      {error !== null && <Trouble error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && (
        <div className="waiting timeline-waiting" role="status" aria-label={t('site:state.loading')} />
      )}
      {data && (
        <>
          <Drawing hands={data} of={of} />
          <details className="chart-table">
            <summary>{t('asList')}</summary>
            <ClockList clocks={data.clocks} now={data.now} />
          </details>
          <h3>{t('timeline.whose')}</h3>
          <HeldTable hands={data.hands} workDayMs={data.workDayMs} />
        </>
      )}
    </section>
  );
}
