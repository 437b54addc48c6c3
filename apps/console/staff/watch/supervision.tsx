import { useTranslation } from 'react-i18next';
import { statusOf } from '../../api/problem.ts';
import { useTime } from '../../look/time.ts';
import { useTitle } from '../../look/title.ts';
import { useAddress } from '../list/filter-bar.tsx';
import { useNumbers } from './board.tsx';
import { CardList } from './cards.tsx';
import { ahead, clockTabs, Numbers } from './clock.ts';
import type { ClockTab } from './clock.ts';
import { Clocks } from './clocks.tsx';
import { Figures } from './figures.tsx';
import { GroupBars } from './groups.tsx';
import { Mine } from './mine.tsx';
import { WithoutHolder } from './without-holder.tsx';
import './watch.css';

/** What waits for me, how much is late and will be, then what exactly, why, and in whose hands. */
export function Supervision() {
  const { t } = useTranslation(['watch', 'site']);
  const { search } = useAddress();
  const within = search.get('within') ?? '2';
  const tab = search.get('tab') ?? 'late';
  useTitle(t('title'));
  // The numbers are of everything; what the list is narrowed by is counted in its bars.
  const { data, error } = useNumbers(Numbers, `clocks/numbers?within=${within}`);
  const clocks = clockTabs.find((one) => one === tab);
  if (statusOf(error) === 403) return <NoRight />;
  return (
    <div className="page">
      <h1>{t('title')}</h1>
      <Mine />
      <Figures numbers={data} within={within} />
      {tab === 'soon' && <Ahead until={data?.until} />}
      {clocks !== undefined && <Open tab={clocks} />}
      {tab === 'cards' && <CardList />}
      {tab === 'holder' && <WithoutHolder />}
    </div>
  );
}

const Open = ({ tab }: { tab: ClockTab }) => (
  <div className="watch-split">
    <GroupBars tab={tab} />
    <div>
      <Clocks key={tab} tab={tab} />
    </div>
  </div>
);

/** How far is looked ahead, and when that is by the calendar in force. */
function Ahead({ until }: { until: string | undefined }) {
  const { t } = useTranslation('watch');
  const { at: told } = useTime();
  const { search, set } = useAddress();
  const chosen = search.get('within') ?? '2';
  return (
    <div className="tallies" role="group" aria-label={t('ahead.label')}>
      {ahead.map((n) => (
        <button
          key={n}
          type="button"
          className="tally"
          aria-pressed={chosen === n}
          onClick={() => set({ within: n === '2' ? undefined : n })}
        >
          {t('ahead.days', { count: Number(n) })}
        </button>
      ))}
      {until !== undefined && <span className="hint">{t('ahead.until', { at: told(until, 'short') })}</span>}
    </div>
  );
}

function NoRight() {
  const { t } = useTranslation(['watch', 'site']);
  return (
    <div className="page">
      <h1>{t('title')}</h1>
      <p className="state">{t('site:state.noRight')}</p>
    </div>
  );
}
