// One matter on one page: what is to be done now first, then what was said, how it stands,
// and how it came there.
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Action } from '../../api/action.ts';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { Matter } from '../../api/matters.ts';
import type { Values } from '../../form/values.ts';
import { useTitle } from '../../look/title.ts';
import { When } from '../../look/when.tsx';
import { Cards } from '../process/cards.tsx';
import { Deadlines } from '../process/deadlines.tsx';
import { History } from '../process/history.tsx';
import { Tasks } from '../process/tasks.tsx';
import { ToDo } from '../process/to-do.tsx';
import { Facts } from './facts.tsx';
import { Header } from './header.tsx';
import { Said } from './said.tsx';
import { Similar } from './similar.tsx';
import '../process/page.css';

const Course = lazy(() => import('../process/course.tsx'));
const Timeline = lazy(() => import('../timeline/panel.tsx'));

/** The matter, asked for again whenever it went stale. */
const useMatter = (id: string) => {
  const ask = useAsk();
  return useQuery({
    queryKey: ['matter', id],
    queryFn: ({ signal }) => ask(Matter, at(`matters/${id}`), { signal }),
  });
};

export function MatterPage() {
  const { t } = useTranslation('matter');
  const { id = '' } = useParams();
  const asked = useMatter(id);
  const { data: matter } = asked;
  useTitle(matter === undefined ? t('title') : `${matter.number ?? matter.receipt} ${matter.kind.title}`);
  return <When asked={asked}>{(one) => <Whole key={one.id} matter={one} />}</When>;
}

/** What stands in a form before anybody wrote into it. */
const initialOf =
  ({ kind }: Matter) =>
  ({ name }: Action): Values | undefined =>
    name === 'acceptMatter' || name === 'correctFacts' ? { kind: kind.value } : undefined;

function Whole({ matter }: { matter: Matter }) {
  return (
    <div className="page matter">
      <Header matter={matter} />
      <ToDo of={matter} initialOf={initialOf(matter)} />
      <Said matter={matter} />
      <Similar matter={matter} />
      <Suspense fallback={<section className="panel course" />}>
        <Course of={matter} />
        <Timeline of={matter} />
      </Suspense>
      <div className="columns">
        <div className="column">
          <Tasks of={matter} />
          <History of={matter} />
        </div>
        <div className="column">
          <Facts matter={matter} />
          <Deadlines of={matter} />
          <Cards of={matter} />
        </div>
      </div>
    </div>
  );
}
