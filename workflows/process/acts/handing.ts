// Handing work on: within the unit, by name. Nobody above has to agree, because the unit answers as before.
import { z } from 'zod';
import { BadInput, NotNow, NotYours } from '../../rules/violation.ts';
import type { Actor } from '../actor.ts';
import { isAskedFor, leads } from '../actor.ts';
import type { Act, Target } from '../definition.ts';
import { act } from '../definition.ts';
import { colleague, t, words } from '../field.ts';
import type { Task } from '../state.ts';
import { openTask } from '../task.ts';

const Handing = z.strictObject({
  person: colleague(t('交给', 'To')),
  words: words(t('交办说明', 'What to mind'), 500).optional(),
});
type Handing = z.infer<typeof Handing>;

/** Whoever holds the task, also B in A's stead; only while the task asks for him still. */
const isHolder = ({ heldBy, performer }: Task, actor: Actor): boolean =>
  heldBy !== undefined && (heldBy === actor.person || heldBy === actor.for) && isAskedFor(performer, actor);

/** Work that is asked of one person by name, or of who reported it, is nobody else's to do. */
const isPersonal = ({ performer }: Task): boolean =>
  performer.person !== undefined || performer.reporterOf !== undefined;

/** The capacity in which the colleague takes the task: one that the task asks for, and not as a stand-in. */
function capacityOf(task: Task, { person }: Handing, { colleague: capacities = [] }: Target): Actor {
  const fitting = capacities.find(
    (actor) => actor.person === person && !actor.standsIn && isAskedFor(task.performer, actor),
  );
  if (fitting === undefined) throw new BadInput('colleagueMayNot');
  return fitting;
}

/**
 * 指派 and 转办: the head of those whom the task asks for gives it to one of them, whoever holds it, and takes it over
 * himself in the same way; who holds it hands it to a colleague. Never to somebody whom the task excludes, nor to who
 * holds it already. What B is given in A's stead is A's, as with claiming (fine point 11). Clocks run on: they start at
 * dispatch. To another unit it goes by `askReassignment` alone (first receiver 首接负责).
 */
export const assignTask: Act = act({
  name: 'assignTask',
  title: t('指派', 'Assign'),
  on: 'task',
  input: Handing,
  may(_scene, actor, target) {
    const task = openTask(target);
    if (isPersonal(task)) throw new NotNow('notAssignable');
    if (!leads(task.performer, actor) && !isHolder(task, actor)) throw new NotYours('notHeadOrHolder');
  },
  decide(_scene, { input, target }) {
    const task = openTask(target);
    const { person, for: inSteadOf } = capacityOf(task, input, target);
    if (task.heldBy === (inSteadOf ?? person)) throw new NotNow('alreadyHolds');
    return [
      {
        type: 'taskAssigned',
        task: task.id,
        to: input.person,
        ...(inSteadOf === null ? {} : { for: inSteadOf }),
        ...(task.heldBy === undefined ? {} : { from: task.heldBy }),
        ...(input.words === undefined ? {} : { words: input.words }),
      },
    ];
  },
});
