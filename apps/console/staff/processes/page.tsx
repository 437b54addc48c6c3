// One process of any kind on one page: what is to be done now first, then the things on its list,
// how it stands, and how it came there. What it is called and made of comes from the catalogue and the API.
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { statusOf } from '../../api/problem.ts';
import { Process } from '../../api/processes.ts';
import { useTime } from '../../look/time.ts';
import { useTitle } from '../../look/title.ts';
import { Trouble } from '../../look/trouble.tsx';
import { Cards } from '../process/cards.tsx';
import { Deadlines } from '../process/deadlines.tsx';
import { History } from '../process/history.tsx';
import { Tasks } from '../process/tasks.tsx';
import { ToDo } from '../process/to-do.tsx';
import { Chart } from './chart.tsx';
import { Facts } from './facts.tsx';
import { Header } from './header.tsx';
import { Items } from './items.tsx';
import { Children } from './children.tsx';
import { Lists } from './lists.tsx';
import '../process/page.css';
import './processes.css';

const Timeline = lazy(() => import('../timeline/panel.tsx'));

/** A process that was taken in a moment ago is asked for again until it has begun. Milliseconds. */
const SOON = 1_000;

/** The process, asked for again whenever it went stale. */
const useOne = (id: string) => {
  const ask = useAsk();
  return useQuery({
    queryKey: ['matter', id],
    queryFn: ({ signal }) => ask(Process, at(`processes/${id}`), { signal }),
    refetchInterval: ({ state }) => (state.data?.status === 'received' ? SOON : false),
  });
};

export function ProcessPage() {
  const { t } = useTranslation(['process', 'site']);
  const { id = '' } = useParams();
  const { spoken } = useTime();
  const { data: process, error, refetch } = useOne(id);
  useTitle(process === undefined ? t('title') : `${process.number ?? ''} ${spoken(process.label)}`.trim());
  if (statusOf(error) === 403) return <p className="state">{t('site:state.noRight')}</p>;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (process === undefined)
    return <div className="waiting matter-waiting" role="status" aria-label={t('site:state.loading')} />;
  return <Whole key={process.id} process={process} />;
}

function Whole({ process }: { process: Process }) {
  return (
    <div className="page">
      <Header process={process} />
      <ToDo of={process} />
      <Items process={process} />
      <div className="columns">
        <div className="column">
          <Tasks of={process} />
          <History of={process} />
        </div>
        <div className="column">
          <Facts process={process} />
          <Lists lists={process.links.lists} />
          <Children process={process} />
          <Deadlines of={process} />
          <Cards of={process} />
        </div>
      </div>
      <Suspense fallback={null}>
        <Timeline of={process} />
      </Suspense>
      <Chart of={process} />
    </div>
  );
}
