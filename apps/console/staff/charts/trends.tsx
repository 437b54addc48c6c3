import { useTranslation } from 'react-i18next';
import { useTitle } from '../../look/title.ts';
import { FilterBar } from '../list/filter-bar.tsx';
import './charts.css';
import { FunnelPanel } from './funnel-panel.tsx';
import { HeatPanel } from './heat.tsx';
import { Now } from './now.tsx';
import { RankingPanel } from './ranking.tsx';
import { SpanBar, useSpan } from './span-bar.tsx';
import { TrendPanel } from './trend.tsx';
import { useWish, useWishFilters } from './wish.ts';

/** The numbers of what the reader oversees: over time, through the stages, by unit and place, by weekday and hour. */
export function Trends() {
  const { t } = useTranslation('staff');
  const days = useSpan(90);
  const wish = useWish();
  useTitle(t('nav.trends'));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('nav.trends')}</h1>
        <Now wish={wish} />
      </div>
      <div className="chart-filters">
        <SpanBar {...days} />
        <FilterBar filters={useWishFilters()} />
      </div>
      <TrendPanel wish={wish} days={days} />
      <FunnelPanel wish={wish} days={days} />
      <RankingPanel wish={wish} days={days} />
      <HeatPanel wish={wish} days={days} />
    </div>
  );
}
