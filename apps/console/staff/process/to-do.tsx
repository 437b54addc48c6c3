import { useTranslation } from 'react-i18next';
import type { Action } from '../../api/action.ts';
import type { MatterTask, Proceeding, TargetedAction } from '../../api/matters.ts';
import type { Values } from '../../form/values.ts';
import { ActionButtons } from '../action/buttons.tsx';
import { TimeLeft } from '../time-left.tsx';
import { AboutItem } from './about-item.tsx';
import { Holder } from './holder.tsx';
import { useProcess } from './names.ts';

/** Acts on somebody else's task: they stand beside it in the list, not among what is mine to do. */
const fromOutside = ['urgeTask', 'excuseTask'];

/** A head hands on what is in other hands likewise: where nothing else is his to do about it. */
const HAND_ON = 'assignTask';

export const isFromOutside = ({ name, task }: TargetedAction, all: readonly TargetedAction[]): boolean =>
  fromOutside.includes(name) ||
  (name === HAND_ON && all.every((one) => one.task !== task || [...fromOutside, HAND_ON].includes(one.name)));

/** What stands in a form before anybody wrote into it. */
type InitialOf = (action: Action) => Values | undefined;

type Props = { of: Proceeding; initialOf?: InitialOf };

/** The reader's own tasks in this process, each with its buttons; and what may be done with it as a whole. */
export function ToDo({ of, initialOf }: Props) {
  const { t } = useTranslation('matter');
  const { isMatter, isOwnAct } = useProcess(of.process);
  const own = of.actions.filter((action) => action.card === undefined && !isFromOutside(action, of.actions));
  const mine = of.tasks.filter(({ id }) => own.some(({ task }) => task === id));
  const whole = own.filter(({ task, item }) => task === undefined && item === undefined);
  const general = whole.toSorted((a, b) => Number(isOwnAct(b.name)) - Number(isOwnAct(a.name)));
  const first = general[0];
  return (
    <section className="panel to-do" aria-labelledby="to-do">
      <h2 id="to-do">{t('toDo')}</h2>
      {mine.length === 0 && <p className="hint">{t('nothingToDo')}</p>}
      {mine.map((task, i) => (
        <Mine
          key={task.id}
          task={task}
          actions={own.filter((action) => action.task === task.id)}
          isMain={i === 0}
          {...{ of, initialOf }}
        />
      ))}
      {general.length > 0 && (
        <div className="general">
          <ActionButtons
            actions={general}
            initialOf={initialOf}
            isMain={
              !isMatter &&
              mine.length === 0 &&
              first !== undefined &&
              isOwnAct(first.name) &&
              first.isFinal !== true
            }
            isRepeated={!isMatter}
          />
        </div>
      )}
    </section>
  );
}

type MineProps = Props & { task: MatterTask; actions: readonly TargetedAction[]; isMain: boolean };

function Mine({ task, actions, of, isMain, initialOf }: MineProps) {
  const { t } = useTranslation('matter');
  return (
    <div className="mine">
      <div>
        <h3>
          {task.title} {task.isBinding && <span className="tag mark">{t('binding')}</span>}
        </h3>
        <p>{task.ask}</p>
        <AboutItem of={of} id={task.item} />
        <p className="matter-line">
          <TimeLeft of={task} />
          <Holder of={task} />
        </p>
      </div>
      <ActionButtons actions={actions} isMain={isMain} initialOf={initialOf} />
    </div>
  );
}
