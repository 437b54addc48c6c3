import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTitle } from '../../look/title.ts';
import { When } from '../../look/when.tsx';
import { FilterBar, useAddress } from '../list/filter-bar.tsx';
import { USUAL, useKinds, useProcess } from '../process/names.ts';
import './charts.css';
import { percent } from './funnel.tsx';
import { casesAt, Traffic, useStatistic } from './read.ts';
import { SpanBar, useSpan } from './span-bar.tsx';
import { StepTable, WayTable } from './traffic-tables.tsx';
import { useWish, useWishFilters } from './wish.ts';

const TrafficDiagram = lazy(() => import('./traffic-diagram.tsx'));

/** The diagram of a kind of process over all its cases: how many went where, how long they stayed, where they stand now. */
export function TrafficPage() {
  const { t } = useTranslation('staff');
  const { search } = useAddress();
  const days = useSpan(365);
  const { place } = useWish();
  const process = search.get('process') ?? USUAL;
  const wish = { process, place, ...days };
  const asked = useStatistic(Traffic, 'traffic', wish);
  useTitle(t('nav.traffic'));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('nav.traffic')}</h1>
        {asked.data && <Sums traffic={asked.data} wish={wish} />}
      </div>
      <div className="chart-filters">
        <SpanBar {...days} />
        <FilterBar filters={useFilters()} />
      </div>
      <When asked={asked}>{(traffic) => <Whole traffic={traffic} wish={wish} />}</When>
    </div>
  );
}

function useFilters() {
  const { t } = useTranslation('process');
  const usual = useProcess(USUAL).title;
  const kinds = useKinds().map(({ name, title }) => ({ value: name, title }));
  const options = [{ value: USUAL, title: usual }, ...kinds];
  const places = useWishFilters().filter(({ name }) => name === 'place');
  return [{ name: 'process', title: t('kind'), options }, ...places];
}

type Props = { traffic: Traffic; wish: Readonly<Record<string, string | undefined>> };

function Sums({ traffic: { cases, open, reworked }, wish }: Props) {
  const { t } = useTranslation('charts');
  return (
    <ul className="numbers">
      <li>
        <Link to={casesAt({ ...wish, state: 'open' })}>{open}</Link> <span>{t('state.open')}</span>
      </li>
      <li>
        <Link to={casesAt(wish)}>{cases}</Link> <span>{t('traffic.cases')}</span>
      </li>
      <li>
        <Link to={casesAt({ ...wish, rework: 'true' })}>{reworked}</Link>{' '}
        <span>{t('traffic.reworked', { share: cases === 0 ? '–' : percent(reworked / cases) })}</span>
      </li>
    </ul>
  );
}

function Whole({ traffic, wish }: Props) {
  const { t } = useTranslation('charts');
  if (traffic.cases === 0) return <p className="state">{t('traffic.empty')}</p>;
  return (
    <>
      <section className="panel course" aria-labelledby="traffic">
        <h2 id="traffic">{traffic.process.title}</h2>
        <p className="hint">{t('traffic.hint')}</p>
        <Suspense fallback={<div className="course" data-loading />}>
          <TrafficDiagram traffic={traffic} wish={wish} />
        </Suspense>
      </section>
      <section className="panel" aria-labelledby="steps">
        <h2 id="steps">{t('traffic.steps')}</h2>
        <StepTable traffic={traffic} wish={wish} />
      </section>
      <section className="panel" aria-labelledby="ways">
        <h2 id="ways">{t('traffic.ways')}</h2>
        <WayTable traffic={traffic} wish={wish} />
      </section>
    </>
  );
}
