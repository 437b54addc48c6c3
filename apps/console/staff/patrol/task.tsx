import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { addressOf } from '../../api/processes.ts';
import { useTitle } from '../../look/title.ts';
import { Waiting } from '../../look/waiting.tsx';
import { When } from '../../look/when.tsx';
import { TimeLeft } from '../time-left.tsx';
import { AsOf } from './as-of.tsx';
import { useKept } from './kept.ts';
import { Task, taskPath, useRoundTasks, useWalker } from './round.ts';
import { TaskActs } from './task-acts.tsx';
import { useUnsent } from './unsent.ts';
import './patrol.css';

/** One task on a round: opened once, it can be finished without a network. */
export function PatrolTask() {
  const { t } = useTranslation('patrol');
  const { person } = useWalker();
  const { id = '' } = useParams();
  const task = useKept(person, ['task', taskPath(id)], Task);
  useTitle(task.data?.title ?? t('title'));
  return (
    <When asked={task} waiting={<Waiting as="patrol-waiting" />}>
      {(read) => (
        <div className="page narrow patrol">
          <AsOf reads={[task]} />
          <Whole person={person} task={read} />
        </div>
      )}
    </When>
  );
}

function Whole({ person, task }: { person: string; task: Task }) {
  const { t } = useTranslation('patrol');
  const known = useRoundTasks(person).data?.items.find(({ id }) => id === task.id)?.process;
  const page = `/patrol/tasks/${encodeURIComponent(task.id)}`;
  const isWaiting = useUnsent(person).some((one) => one.page === page && one.refusal === undefined);
  const note = [known?.place?.title, known?.label].filter((part) => part !== undefined).join(' · ');
  return (
    <>
      <section className="panel">
        <h1>{task.title}</h1>
        {note !== '' && <p>{note}</p>}
        <p>{task.ask}</p>
        <TimeLeft of={task} />
        <Link to={addressOf(task.process)}>{t('task.whole')}</Link>
      </section>
      {isWaiting ? (
        <p className="state">
          {t('task.waiting')} <Link to="/patrol?show=unsent">{t('view.unsent')}</Link>
        </p>
      ) : (
        <TaskActs {...{ person, page, note }} actions={task.actions} />
      )}
    </>
  );
}
