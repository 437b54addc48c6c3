import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { statusOf } from '../../api/problem.ts';
import { Trouble } from '../../look/trouble.tsx';
import { useAddress } from '../list/filter-bar.tsx';
import { kindIn, useKindFilter } from './kind-filter.ts';
import { Waiting } from './listed.tsx';
import { PeriodBar, periodQuery, Span } from './period.tsx';
import { Stages } from './stage.ts';
import { StageBehind } from './stage-behind.tsx';
import { StageTable } from './stage-table.tsx';
import { Tabs } from './tabs.tsx';

/** The seven numbers of each step of a process, or of each unit; each number opens what it counts. */
export function StageBoard() {
  const { t } = useTranslation(['watch', 'site']);
  const ask = useAsk();
  const { search } = useAddress();
  const kinds = useKindFilter();
  const query = periodQuery(search, ['by']);
  query.set('process', kindIn(search));
  const { data, error, refetch } = useQuery({
    queryKey: ['overview', 'stages', query.toString()],
    queryFn: () => ask(Stages, at(`stages?${query}`)),
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
          clears={['open', 'owner', 'step']}
          tabs={(['step', 'unit'] as const).map((value) => ({ value, title: t(`of.${value}`) }))}
        />
        <PeriodBar more={[kinds]} />
        {data !== undefined && <Span {...data} />}
      </div>
      <p className="hint">{t('stages.hint')}</p>
      {data === undefined ? <Waiting /> : <StageTable of={data} />}
      {data !== undefined && <StageBehind of={data} query={query} />}
    </>
  );
}
