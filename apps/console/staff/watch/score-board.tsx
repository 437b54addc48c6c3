import { useTranslation } from 'react-i18next';
import { Exports } from '../list/exports.tsx';
import { useAddress } from '../list/filter-bar.tsx';
import { Table } from '../list/table.tsx';
import { Board, useNumbers } from './board.tsx';
import { PeriodBar, periodQuery } from './period.tsx';
import { Scorecards } from './score.ts';
import type { Scorecard } from './score.ts';
import { ScoreBehind } from './score-behind.tsx';
import { useScoreColumns } from './score-columns.tsx';
import { Tabs } from './tabs.tsx';

/** A card for each unit or grid, the best mean first; every deduction opens its matters. */
export function ScoreBoard() {
  const { t } = useTranslation('watch');
  const { search } = useAddress();
  const columns = useScoreColumns();
  const query = periodQuery(search, ['by']);
  query.delete('place');
  query.delete('unit');
  const tools = (
    <>
      <Tabs
        label={t('by.label')}
        name="by"
        clears={['open', 'owner', 'reason']}
        tabs={(['unit', 'grid'] as const).map((value) => ({ value, title: t(`of.${value}`) }))}
      />
      <PeriodBar scope="none" />
      <Exports list="scores" title={t('board.scores')} wish={query.toString()} />
    </>
  );
  return (
    <Board asked={useNumbers(Scorecards, `scores?${query}`)} tools={tools}>
      {({ items }) => (
        <>
          {items.length === 0 ? (
            <p className="state">{t('empty.scores')}</p>
          ) : (
            <Table<Scorecard>
              label={t('board.scores')}
              rows={items}
              keyOf={({ owner }) => owner.value}
              columns={columns}
            />
          )}
          <ScoreBehind cards={items} query={query} />
        </>
      )}
    </Board>
  );
}
