// Completing a task: each way to do it is an act of its own, made from the kind's description.
import { NotNow } from '../../rules/violation.ts';
import type { Act, Completion, ProcessDefinition } from '../definition.ts';
import { act } from '../definition.ts';
import { factsOf } from '../event.ts';
import { isSuspended, mustPerform, openTask } from '../task.ts';

function completing(kindName: string, completion: Completion): Act {
  return act({
    name: completion.name,
    title: completion.title,
    on: 'task',
    input: completion.form,
    may(scene, actor, target) {
      const task = mustPerform(target, actor);
      if (task.kind !== kindName) throw new NotNow('otherTask');
      if (isSuspended(scene, task)) throw new NotNow('suspended');
      completion.may?.(scene, actor, task);
    },
    admit: (scene, input) => completion.admit?.(scene, input),
    decide(scene, { actor, input, target }) {
      const task = openTask(target);
      const form = factsOf(Object(input));
      const done = { type: 'taskCompleted', task: task.id, outcome: completion.name, form } as const;
      return [done, ...(completion.also?.(scene, { actor, input, task }) ?? [])];
    },
  });
}

/** The acts that complete the tasks of a process, one for each completion of each kind. */
export const completions = (definition: Pick<ProcessDefinition, 'tasks'>): Act[] =>
  Object.entries(definition.tasks).flatMap(([name, kind]) =>
    kind.completions.map((c) => completing(name, c)),
  );
