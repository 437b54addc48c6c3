import { useTranslation } from 'react-i18next';
import { Exports } from '../list/exports.tsx';
import { useAddress } from '../list/filter-bar.tsx';
import { Board, useNumbers } from './board.tsx';
import { kindIn, useKindFilter } from './kind-filter.ts';
import { PeriodBar, periodQuery, Span } from './period.tsx';
import { Stages } from './stage.ts';
import { StageBehind } from './stage-behind.tsx';
import { StageTable } from './stage-table.tsx';
import { Tabs } from './tabs.tsx';

/** The seven numbers of each step of a process, or of each unit; each number opens what it counts. */
export function StageBoard() {
  const { t } = useTranslation('watch');
  const { search } = useAddress();
  const kinds = useKindFilter();
  const query = periodQuery(search, ['by']);
  query.set('process', kindIn(search));
  const asked = useNumbers(Stages, `stages?${query}`);
  const tools = (
    <>
      <Tabs
        label={t('by.label')}
        name="by"
        clears={['open', 'owner', 'step']}
        tabs={(['step', 'unit'] as const).map((value) => ({ value, title: t(`of.${value}`) }))}
      />
      <PeriodBar more={[kinds]} />
      {asked.data !== undefined && <Span {...asked.data} />}
      <Exports list="stages" title={t('board.stages')} wish={query.toString()} />
    </>
  );
  return (
    <Board asked={asked} tools={tools}>
      {(stages) => (
        <>
          <p className="hint">{t('stages.hint')}</p>
          <StageTable of={stages} />
          <StageBehind of={stages} query={query} />
        </>
      )}
    </Board>
  );
}
