import { useTranslation } from 'react-i18next';
import { Exports } from '../list/exports.tsx';
import { useAddress } from '../list/filter-bar.tsx';
import { Board, useNumbers } from './board.tsx';
import { Formula } from './formula.tsx';
import { PeriodBar, periodQuery, Span } from './period.tsx';
import { RateBoard } from './rate.ts';
import { RateTable } from './rate-table.tsx';
import { SaidBehind } from './said-behind.tsx';
import { Tabs } from './tabs.tsx';

/** The three rates 三率 of a period by unit or grid: raw counts beside every rate, and a list behind each. */
export function RatesBoard() {
  const { t } = useTranslation('watch');
  const { search } = useAddress();
  const query = periodQuery(search, ['by']);
  const asked = useNumbers(RateBoard, `rates?${query}`);
  const tools = (
    <>
      <Tabs
        label={t('by.label')}
        name="by"
        clears={['open', 'owner']}
        tabs={(['unit', 'grid'] as const).map((value) => ({ value, title: t(`of.${value}`) }))}
      />
      <PeriodBar />
      {asked.data !== undefined && <Span {...asked.data} />}
      <Exports list="rates" title={t('board.rates')} wish={query.toString()} />
    </>
  );
  return (
    <Board asked={asked} tools={tools}>
      {(board) => (
        <>
          <Formula of={board} />
          <RateTable board={board} />
          <SaidBehind board={board} query={query} />
        </>
      )}
    </Board>
  );
}
