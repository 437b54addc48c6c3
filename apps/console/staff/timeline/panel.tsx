// The course of a process as a line of time: its clocks as bars, rungs as marks, long waits folded, and in whose hands the
// time was. Everything that is drawn stands as a list below.
import { useTranslation } from 'react-i18next';
import type { Proceeding } from '../../api/matters.ts';
import { Waiting } from '../../look/waiting.tsx';
import { When } from '../../look/when.tsx';
import { ClockList } from './clock-list.tsx';
import { Drawing } from './drawing.tsx';
import { HeldTable } from './held-table.tsx';
import { useHands } from './read.ts';
import './timeline.css';

/** For those who oversee it; others have no part in whose time it was. */
export default function Timeline({ of }: { of: Proceeding }) {
  const { t } = useTranslation('charts');
  const asked = useHands(of);
  if (of.links.hands === null || asked.data?.clocks.length === 0) return null;
  return (
    <section className="panel timeline" aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline.title')}</h2>
      <When asked={asked} waiting={<Waiting as="timeline-waiting" />}>
        {(read) => (
          <>
            <Drawing hands={read} of={of} />
            <details className="chart-table">
              <summary>{t('asList')}</summary>
              <ClockList clocks={read.clocks} now={read.now} />
            </details>
            <h3>{t('timeline.whose')}</h3>
            <HeldTable hands={read.hands} workDayMs={read.workDayMs} />
          </>
        )}
      </When>
    </section>
  );
}
