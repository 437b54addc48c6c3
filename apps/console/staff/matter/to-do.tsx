import { useTranslation } from 'react-i18next';
import type { Action } from '../../api/action.ts';
import type { Matter, MatterTask, TargetedAction } from '../../api/matters.ts';
import type { Values } from '../../form/values.ts';
import { ActionButtons } from '../action/buttons.tsx';
import { TimeLeft } from '../time-left.tsx';

/** Acts on somebody else's task: they stand beside it in the list, not among what is mine to do. */
const fromOutside = ['urgeTask', 'excuseTask'];

export const isFromOutside = ({ name }: Action): boolean => fromOutside.includes(name);

/** What stands in a form before anybody wrote into it. */
const initialOf =
  (matter: Matter) =>
  ({ name }: Action): Values | undefined =>
    name === 'acceptMatter' || name === 'correctFacts' ? { kind: matter.kind.value } : undefined;

/** The reader's own tasks on this matter, each with its buttons; and what may be done with the matter as a whole. */
export function ToDo({ matter }: { matter: Matter }) {
  const { t } = useTranslation('matter');
  const own = matter.actions.filter((action) => action.card === undefined && !isFromOutside(action));
  const mine = matter.tasks.filter(({ id }) => own.some(({ task }) => task === id));
  const general = own.filter(({ task }) => task === undefined);
  return (
    <section className="panel to-do" aria-labelledby="to-do">
      <h2 id="to-do">{t('toDo')}</h2>
      {mine.length === 0 && <p className="hint">{t('nothingToDo')}</p>}
      {mine.map((task, i) => (
        <Mine
          key={task.id}
          task={task}
          actions={own.filter((action) => action.task === task.id)}
          matter={matter}
          isMain={i === 0}
        />
      ))}
      {general.length > 0 && (
        <div className="general">
          <ActionButtons actions={general} initialOf={initialOf(matter)} />
        </div>
      )}
    </section>
  );
}

type MineProps = { task: MatterTask; actions: readonly TargetedAction[]; matter: Matter; isMain: boolean };

function Mine({ task, actions, matter, isMain }: MineProps) {
  const { t } = useTranslation('matter');
  return (
    <div className="mine">
      <div>
        <h3>
          {task.title} {task.isBinding && <span className="tag mark">{t('binding')}</span>}
        </h3>
        <p>{task.ask}</p>
        <p className="matter-line">
          <TimeLeft of={task} />
          <span className="hint">
            {task.heldBy === null ? t('unclaimed') : `${t('heldBy')}: ${task.heldBy.title}`}
          </span>
        </p>
      </div>
      <ActionButtons actions={actions} isMain={isMain} initialOf={initialOf(matter)} />
    </div>
  );
}
