import { useTranslation } from 'react-i18next';
import { useTitle } from '../../look/title.ts';
import { useAddress } from '../list/filter-bar.tsx';
import { CounterBoard } from './counter-board.tsx';
import { RatesBoard } from './rates-board.tsx';
import { StageBoard } from './stage-board.tsx';
import { Tabs } from './tabs.tsx';
import './watch.css';

const boards = ['rates', 'stages', 'counters'] as const;

/** How good it was: three rates, seven numbers of each stage, and what was put off or passed on. */
export function Rates() {
  const { t } = useTranslation('watch');
  const { search } = useAddress();
  const tab = search.get('tab') ?? 'rates';
  useTitle(t('rates.title'));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('rates.title')}</h1>
        <Tabs
          label={t('rates.title')}
          name="tab"
          clears={['open', 'owner', 'step', 'by', 'process']}
          tabs={boards.map((value) => ({ value, title: t(`board.${value}`) }))}
        />
      </div>
      {tab === 'rates' && <RatesBoard />}
      {tab === 'stages' && <StageBoard />}
      {tab === 'counters' && <CounterBoard />}
    </div>
  );
}
