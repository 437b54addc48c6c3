import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { statusOf } from '../../api/problem.ts';
import { Trouble } from '../../look/trouble.tsx';
import { useAddress } from '../list/filter-bar.tsx';
import { Table } from '../list/table.tsx';
import { Waiting } from './listed.tsx';
import { PeriodBar, periodQuery } from './period.tsx';
import { Scorecards } from './score.ts';
import type { Scorecard } from './score.ts';
import { ScoreBehind } from './score-behind.tsx';
import { useScoreColumns } from './score-columns.tsx';
import { Tabs } from './tabs.tsx';

/** A card for each unit or grid, the best mean first; every deduction opens its matters. */
export function ScoreBoard() {
  const { t } = useTranslation(['watch', 'site']);
  const ask = useAsk();
  const { search } = useAddress();
  const columns = useScoreColumns();
  const query = periodQuery(search, ['by']);
  query.delete('place');
  query.delete('unit');
  const { data, error, refetch } = useQuery({
    queryKey: ['overview', 'scores', query.toString()],
    queryFn: () => ask(Scorecards, at(`scores?${query}`)),
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
          clears={['open', 'owner', 'reason']}
          tabs={(['unit', 'grid'] as const).map((value) => ({ value, title: t(`of.${value}`) }))}
        />
        <PeriodBar scope="none" />
      </div>
      {data === undefined && <Waiting />}
      {data?.items.length === 0 && <p className="state">{t('empty.scores')}</p>}
      {data !== undefined && data.items.length > 0 && (
        <Table<Scorecard>
          label={t('board.scores')}
          rows={data.items}
          keyOf={({ owner }) => owner.value}
          columns={columns}
        />
      )}
      {data !== undefined && <ScoreBehind cards={data.items} query={query} />}
    </>
  );
}
