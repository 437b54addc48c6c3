import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterTask, Proceeding, TargetedAction } from '../../api/matters.ts';
import { useTime } from '../../look/time.ts';
import { useName } from '../../text/name.ts';
import { ActionButtons } from '../action/buttons.tsx';
import { AboutItem } from './about-item.tsx';
import { FormShown } from './form-shown.tsx';
import { Holder } from './holder.tsx';
import { useProcess } from './names.ts';
import { TimeLeft } from '../time-left.tsx';
import { useWho } from '../who.ts';
import { isFromOutside } from './to-do.tsx';

/** The tasks of a process: open ones first, settled ones with what came of them. */
export function Tasks({ of }: { of: Proceeding }) {
  const { t } = useTranslation('matter');
  const [isAll, setAll] = useState(false);
  const open = of.tasks.filter(({ status }) => status === 'open');
  const settled = of.tasks.filter(({ status }) => status !== 'open').reverse();
  const shown = [...open, ...(isAll ? settled : settled.slice(0, 3))];
  if (of.tasks.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="tasks">
      <h2 id="tasks">{t('tasks')}</h2>
      <ul className="tasks">
        {shown.map((task) => (
          <Task
            key={task.id}
            task={task}
            of={of}
            actions={of.actions.filter(
              (action) => action.task === task.id && isFromOutside(action, of.actions),
            )}
          />
        ))}
      </ul>
      {settled.length > 3 && (
        <button type="button" className="quiet" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? t('openTasks') : t('allTasks')}
        </button>
      )}
    </section>
  );
}

type Props = { task: MatterTask; of: Proceeding; actions: readonly TargetedAction[] };

function Task({ task, of, actions }: Props) {
  const { at } = useTime();
  const { asked } = useWho();
  const isOpen = task.status === 'open';
  return (
    <li className={isOpen ? 'open' : 'settled'}>
      <div className="task-line">
        <strong>{task.title}</strong>
        <AboutItem of={of} id={task.item} />
        <span>{asked(task.asks)}</span>
        {isOpen ? (
          <>
            <TimeLeft of={task} />
            <Holder of={task} />
          </>
        ) : (
          <span className="hint">{task.doneAt !== null && at(task.doneAt, 'short')}</span>
        )}
        <ActionButtons actions={actions} />
      </div>
      {!isOpen && <Outcome task={task} of={of} />}
    </li>
  );
}

function Outcome({ task: { kind, outcome, form, by }, of }: { task: MatterTask; of: Proceeding }) {
  const { process, names } = of;
  const { hand } = useWho();
  const done = useOutcome(process);
  if (outcome === null) return null;
  return (
    <div className="outcome">
      <p>
        {done(kind, outcome)} {by !== null && <span className="hint">{hand(by)}</span>}
      </p>
      {form !== null && <FormShown {...{ process, kind, outcome, form, names }} />}
    </div>
  );
}

/** What became of a task: the way it was completed, or how it ended without. */
function useOutcome(process: string) {
  const { done } = useProcess(process);
  const name = useName();
  return (kind: string, outcome: string) => {
    const completed = done(kind, outcome);
    return completed === outcome ? name('term', 'ended', outcome) : completed;
  };
}
