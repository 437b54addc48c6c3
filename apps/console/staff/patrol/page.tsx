import { FormOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTitle } from '../../look/title.ts';
import { useAddress } from '../list/filter-bar.tsx';
import { useTasksAhead } from './ahead.ts';
import { AsOf } from './as-of.tsx';
import { PlaceList } from './place-list.tsx';
import { useGrid, useOpenMatters, useRoundTasks, useWalker } from './round.ts';
import type { Grid } from './round.ts';
import { StopList } from './stop-list.tsx';
import { stopsOf } from './to-visit.ts';
import { useUnsent } from './unsent.ts';
import { UnsentList } from './unsent-list.tsx';
import './patrol.css';

const views = ['visit', 'places', 'unsent'] as const;

/** A grid worker's day: where to go, what to report, what still waits on this phone. */
export function Patrol() {
  const { t } = useTranslation(['patrol', 'site']);
  const { person, isWalker } = useWalker();
  useTitle(t('title'));
  if (!isWalker) return <p className="state">{t('site:state.noRight')}</p>;
  return <Round person={person} />;
}

function Round({ person }: { person: string }) {
  const { t } = useTranslation('patrol');
  const shown = useShown();
  const grid = useGrid(person);
  const { stops, reads } = useStops(person);
  const unsent = useUnsent(person);
  return (
    <div className="page narrow patrol">
      <div className="page-head">
        <h1>
          {t('title')} <GridNames of={grid.data} />
        </h1>
        <AsOf reads={[grid, ...reads]} />
      </div>
      <Views
        shown={shown}
        counts={{ visit: stops?.length, places: grid.data?.places.length, unsent: unsent.length }}
      />
      {shown === 'visit' && <StopList stops={stops} unsent={unsent} reads={reads} />}
      {shown === 'places' && <PlaceList grid={grid} />}
      {shown === 'unsent' && <UnsentList person={person} unsent={unsent} />}
      <Link className="button primary patrol-main" to="/patrol/report">
        <FormOutlined aria-hidden /> {t('report.title')}
      </Link>
    </div>
  );
}

type View = (typeof views)[number];

function useShown(): View {
  const { search } = useAddress();
  return views.find((view) => view === search.get('show')) ?? 'visit';
}

/** Where to go; unknown until both lists are there, so that nothing jumps. */
function useStops(person: string) {
  const tasks = useRoundTasks(person);
  const matters = useOpenMatters(person);
  useTasksAhead(person, tasks);
  const stops = tasks.data && matters.data && stopsOf(tasks.data.items, matters.data.items);
  return { stops, reads: [tasks, matters] };
}

const GridNames = ({ of: grid }: { of: Grid | undefined }) => (
  <small>{grid?.places.flatMap(({ title, isGrid }) => (isGrid ? [title] : [])).join(' · ')}</small>
);

type ViewsProps = { shown: View; counts: Readonly<Record<View, number | undefined>> };

/** The three sides of the round, each with how much there is. */
function Views({ shown, counts }: ViewsProps) {
  const { t } = useTranslation('patrol');
  const { set } = useAddress();
  return (
    <div className="patrol-views" role="group" aria-label={t('title')}>
      {views.map((view) => (
        <button
          key={view}
          type="button"
          className="tally"
          aria-pressed={shown === view}
          data-waits={view === 'unsent' && (counts.unsent ?? 0) > 0 ? true : undefined}
          onClick={() => set({ show: view === 'visit' ? undefined : view })}
        >
          {t(`view.${view}`)} <b>{counts[view] ?? ''}</b>
        </button>
      ))}
    </div>
  );
}
