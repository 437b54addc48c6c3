import type { Scene } from '../../../workflows/process/definition.ts';
import type { Facts } from '../../../workflows/process/event.ts';
import type { Item, Request, Task } from '../../../workflows/process/state.ts';
import type { Resource } from '../door/decide.ts';
import type { Subject } from '../door/subject.ts';
import type { Naming } from '../matters/hands.ts';
import { itemsFor } from './item-view.ts';
import { namingFor } from './sight.ts';

/** The parts of a process that somebody sees. */
export type Seen = {
  naming: Naming;
  facts: Facts;
  items: readonly Item[];
  tasks: readonly Task[];
  requests: readonly Request[];
};

/** What the subject sees of a process: an office all of it, everybody else what is published and what is his own. */
export function seenBy(subject: Subject, { state, definition }: Scene, whole: Resource): Seen {
  const naming = namingFor(subject, whole);
  const items = itemsFor(subject, state, whole);
  if (naming.sight === 'own') {
    const facts = definition.isPublic === true ? state.facts : {};
    return { naming, facts, items, tasks: tasksFor(subject, state.tasks), requests: [] };
  }
  const requests = naming.sight === 'all' ? Object.values(state.requests) : [];
  return { naming, facts: state.facts, items, tasks: Object.values(state.tasks), requests };
}

/** Those that ask for this very person. */
const tasksFor = ({ personId }: Subject, tasks: Readonly<Record<string, Task>>): Task[] =>
  personId === null ? [] : Object.values(tasks).filter(({ performer }) => performer.person === personId);
