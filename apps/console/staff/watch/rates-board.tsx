import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { statusOf } from '../../api/problem.ts';
import { Trouble } from '../../look/trouble.tsx';
import { useAddress } from '../list/filter-bar.tsx';
import { Formula } from './formula.tsx';
import { Waiting } from './listed.tsx';
import { PeriodBar, periodQuery, Span } from './period.tsx';
import { RateBoard } from './rate.ts';
import { RateTable } from './rate-table.tsx';
import { SaidBehind } from './said-behind.tsx';
import { Tabs } from './tabs.tsx';

/** The three rates 三率 of a period by unit or grid: raw counts beside every rate, and a list behind each. */
export function RatesBoard() {
  const { t } = useTranslation(['watch', 'site']);
  const ask = useAsk();
  const { search } = useAddress();
  const query = periodQuery(search, ['by']);
  const { data, error, refetch } = useQuery({
    queryKey: ['overview', 'rates', query.toString()],
    queryFn: () => ask(RateBoard, at(`rates?${query}`)),
    placeholderData: (before) => before,
  });
  if (statusOf(error) === 403) return <p className="state">{t('site:state.noRight')}</p>;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <div className="board-tools">
        <Tabs
          label={t('by.label')}
          name="by"
          clears={['open', 'owner']}
          tabs={(['unit', 'grid'] as const).map((value) => ({ value, title: t(`of.${value}`) }))}
        />
        <PeriodBar />
        {data !== undefined && <Span {...data} />}
      </div>
      {data === undefined ? (
        <Waiting />
      ) : (
        <>
          <Formula of={data} />
          <RateTable board={data} />
          <SaidBehind board={data} query={query} />
        </>
      )}
    </>
  );
}
