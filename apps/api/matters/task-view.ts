import { localKey } from '../../../prisma/project/course.ts';
import { highest } from '../../../prisma/project/card.ts';
import type { ProcessDefinition } from '../../../workflows/process/definition.ts';
import type { State, Task } from '../../../workflows/process/state.ts';
import type { Language } from '../language.ts';
import { timeOf, timeOrNull } from '../wire.ts';
import { handOf, peopleIn } from './hands.ts';
import type { Naming } from './hands.ts';
import { stepOf } from './line.ts';
import { isFormSeen, revealed } from './reveal.ts';
import type { ShownTask } from './shown.ts';
import type { Titles } from './titles.ts';

/** What a task is shown from. */
export type TaskScene = {
  state: State;
  definition: ProcessDefinition;
  titles: Titles;
  words: ReadonlyMap<string, string>;
  naming: Naming;
  language: Language;
};

/** A task as clients see it, without its actions. */
export function taskView(task: Task, scene: TaskScene): ShownTask {
  const { state, titles, naming } = scene;
  const key = localKey(state.id, task.id);
  return {
    id: key,
    href: `/api/v1/tasks/${key}`,
    ...wording(task, scene),
    ...performerView(task, scene),
    status: task.status,
    heldBy: naming.sight === 'all' ? titles.person(task.heldBy) : null,
    givenBy: naming.sight === 'all' ? titles.person(task.givenBy?.person) : null,
    isBinding: task.isBinding,
    ...timesView(task, state),
    by: handOf(task.by, titles, naming),
    outcome: task.outcome ?? task.how ?? null,
    card: highest(state, task.id),
    about: task.about === undefined ? null : localKey(state.id, task.about),
    item: task.item === undefined ? null : localKey(state.id, task.item),
    form: formView(task, scene),
  };
}

/** What a kind of task is called and asks for, in the caller's language. */
function wording({ kind: name, step }: Task, { definition, state, language }: TaskScene) {
  const kind = definition.tasks[name];
  return {
    kind: name,
    title: kind?.title[language] ?? name,
    ask: kind?.ask[language] ?? '',
    step: stepOf(state.process, step, language) ?? { value: step, title: step },
  };
}

function performerView({ performer }: Task, { titles, naming }: TaskScene): Pick<ShownTask, 'asks'> {
  const { role = null, unit, place = null, reporterOf, person: id } = performer;
  const person = naming.sight === 'all' && naming.knowsReporter ? titles.person(id) : null;
  return {
    asks: { role: reporterOf === undefined ? role : 'resident', unit: titles.unit(unit), place, person },
  };
}

function timesView(task: Task, { clocks }: State) {
  const clock = task.clock === undefined ? undefined : clocks[task.clock];
  const dueAt = clock?.dueAt == null ? null : new Date(clock.dueAt);
  const isOverdue = task.status === 'open' && dueAt !== null && dueAt < new Date();
  return {
    openedAt: timeOf(new Date(task.openedAt)),
    isPaused: clock?.state === 'paused',
    dueAt: timeOrNull(dueAt),
    isOverdue,
    doneAt: timeOrNull(task.doneAt === undefined ? null : new Date(task.doneAt)),
  };
}

function formView(task: Task, scene: TaskScene): Record<string, unknown> | null {
  const { words, naming } = scene;
  if (task.form === undefined || !isFormSeen(task, scene, naming.sight)) return null;
  return Object.fromEntries(Object.entries(task.form).map(([name, value]) => [name, revealed(value, words)]));
}

/** The names that the tasks of a process need. */
export const namesInTasks = ({ tasks }: State) => {
  const list = Object.values(tasks);
  return {
    units: list.flatMap(({ performer, by }) => [performer.unit ?? [], by?.unit ?? []].flat()),
    people: [
      ...peopleIn(list.map(({ by }) => by)),
      ...list.flatMap(({ heldBy, givenBy, performer }) =>
        [heldBy ?? [], givenBy?.person ?? [], performer.person ?? []].flat(),
      ),
    ],
  };
};
