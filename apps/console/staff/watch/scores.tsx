import { useTranslation } from 'react-i18next';
import { useTitle } from '../../look/title.ts';
import { useAddress } from '../list/filter-bar.tsx';
import { BandBoard } from './band-board.tsx';
import { LeftBoard } from './left-board.tsx';
import { ScoreBoard } from './score-board.tsx';
import { Tabs } from './tabs.tsx';
import './watch.css';

const boards = ['scores', 'bands', 'left'] as const;

/** How units and grids are judged: scores with every deduction, how often they whistle, and what is not struck off. */
export function Scores() {
  const { t } = useTranslation('watch');
  const { search } = useAddress();
  const tab = search.get('tab') ?? 'scores';
  useTitle(t('scores.title'));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('scores.title')}</h1>
        <Tabs
          label={t('scores.title')}
          name="tab"
          clears={['open', 'owner', 'reason', 'by', 'process', 'place', 'at']}
          tabs={boards.map((value) => ({ value, title: t(`board.${value}`) }))}
        />
      </div>
      {tab === 'scores' && <ScoreBoard />}
      {tab === 'bands' && <BandBoard />}
      {tab === 'left' && <LeftBoard />}
    </div>
  );
}
