// One process of any kind on one page: what is to be done now first, then the things on its list,
// how it stands, and how it came there. What it is called and made of comes from the catalogue and the API.
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { Process } from '../../api/processes.ts';
import { useTime } from '../../look/time.ts';
import { useTitle } from '../../look/title.ts';
import { When } from '../../look/when.tsx';
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
import { OwnLoad } from './own-load.tsx';
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
  const { t } = useTranslation('process');
  const { id = '' } = useParams();
  const { spoken } = useTime();
  const asked = useOne(id);
  const { data: process } = asked;
  useTitle(process === undefined ? t('title') : `${process.number ?? ''} ${spoken(process.label)}`.trim());
  return <When asked={asked}>{(one) => <Whole key={one.id} process={one} />}</When>;
}

function Whole({ process }: { process: Process }) {
  return (
    <div className="page">
      <Header process={process} />
      <ToDo of={process} />
      <OwnLoad process={process} />
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
