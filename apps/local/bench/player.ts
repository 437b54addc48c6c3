import type { InForce } from '../../../prisma/policies.ts';
import type { Actor } from '../../../workflows/process/actor.ts';
import { actNamed } from '../../../workflows/process/acts.ts';
import type { ProcessDefinition } from '../../../workflows/process/definition.ts';
import { factsOf } from '../../../workflows/process/event.ts';
import type { Entry, Event } from '../../../workflows/process/event.ts';
import { openJournal } from '../../../workflows/process/journal.ts';
import type { Journal } from '../../../workflows/process/journal.ts';
import { targetOf } from '../../../workflows/process/offers.ts';
import { openTasks } from '../../../workflows/process/state.ts';
import type { State } from '../../../workflows/process/state.ts';
import { struck } from '../../../workflows/process/strike.ts';
import { taskOpened } from '../../../workflows/process/task.ts';
import type { Performer } from '../../../workflows/process/actor.ts';

/** What a course begins with, besides the numbers in force. */
export type Beginning = { id: string; place: string; at: Date; facts: object };

/** A course without Temporal: the kit's own journal, acts and ladder, in a time that stands until it is moved. */
export class Player {
  readonly #journal: Journal;
  #now: Date;

  constructor(
    private readonly definition: ProcessDefinition,
    { policy, calendar }: InForce,
    { id, place, at, facts }: Beginning,
  ) {
    const opening = { id, process: definition.name, place, policy, calendar, receivedAt: at.toISOString() };
    this.#now = at;
    this.#journal = openJournal(definition, { ...opening, facts: factsOf(facts) }, at);
  }

  get scene() {
    return this.#journal.scene(this.#now);
  }

  get state(): State {
    return this.scene.state;
  }

  entries(): Entry[] {
    return this.#journal.unrecorded();
  }

  happen(...events: Event[]): void {
    this.#journal.append(this.#now, events);
  }

  note(what: string, facts: object): void {
    this.happen({ type: 'noted', what, facts: factsOf(facts) });
  }

  /** A step is entered, and a task opened in it. */
  ask(kind: string, performer: Performer): void {
    this.happen(taskOpened(this.scene, kind, performer));
  }

  /** Time goes by; the ladder strikes what is due. */
  wait(hours: number): void {
    this.#now = new Date(this.#now.getTime() + hours * 3_600_000);
    this.happen(...struck(this.scene));
  }

  /** Somebody does an act; where it is on a task, on the open one that it belongs to. */
  does(name: string, actor: Actor, input: object = {}): void {
    const act = actNamed(this.definition, name);
    if (act === undefined) throw new Error(`${this.definition.name} has no act ${name}`);
    const kinds = Object.entries(this.definition.tasks).filter(([, { completions }]) =>
      completions.some((one) => one.name === name),
    );
    const task = openTasks(this.state).find(
      ({ kind }) => kinds.length === 0 || kinds.some(([one]) => one === kind),
    );
    const target = targetOf(this.scene, act, act.on === 'task' ? task?.id : undefined);
    this.#journal.append(this.#now, act.decide(this.scene, actor, factsOf(input), target), { actor });
  }
}
