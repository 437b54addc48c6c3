// What a process is written with. A story awaits people and windows of time, never an activity.
import { condition } from '@temporalio/workflow';
import type { Performer } from './actor.ts';
import type { Scene } from './definition.ts';
import type { Event } from './event.ts';
import { begun } from './follow.ts';
import type { Beginning } from './follow.ts';
import type { Journal } from './journal.ts';
import type { State, Task } from './state.ts';
import { taskOpened } from './task.ts';
import type { TaskOptions } from './task.ts';

/** The course was ended from outside (withdrawn, cancelled): the story is left where it stands. */
export class Stopped extends Error {
  constructor(readonly ending: string) {
    super(ending);
  }
}

export interface Story {
  readonly state: State;
  readonly scene: Scene;
  /** Enters a step of the method. */
  step(name: string): void;
  /** Says what happened, by the process itself. */
  happen(...events: Event[]): void;
  /** Opens a task and says its id; its clock starts at this moment. */
  open(kind: string, performer: Performer, options?: TaskOptions): string;
  /** Begins another process, and says its id. */
  begin(process: string, wish: Beginning): string;
  /** Opens a task and waits until it is settled. */
  ask(kind: string, performer: Performer, options?: TaskOptions): Promise<Task>;
  /** Waits until all of these tasks are settled, and gives them back as they are then. */
  settled(...ids: string[]): Promise<Task[]>;
  /** Waits until the state is so. Costs no event. */
  until(isSo: (state: State) => boolean): Promise<void>;
}

/** Whether the story stands at a wait that is not over: then an act may be answered. */
export interface Pace {
  isAtRest(): boolean;
  end(): void;
}

/** The story's own hand on the journal. */
export function tellable(journal: Journal, now: () => Date): { story: Story; pace: Pace } {
  let wait: (() => boolean) | undefined;
  let isOver = false;
  const scene = () => journal.scene(now());
  const tasks = (ids: string[]): Task[] => ids.flatMap((id) => scene().state.tasks[id] ?? []);

  async function until(isSo: (state: State) => boolean): Promise<void> {
    wait = () => scene().state.ending !== undefined || isSo(scene().state);
    await condition(wait);
    wait = undefined;
    const { ending } = scene().state;
    if (ending !== undefined) throw new Stopped(ending);
  }
  function open(kind: string, performer: Performer, options: TaskOptions = {}): string {
    const opened = taskOpened(scene(), kind, performer, options);
    journal.append(now(), [opened]);
    return opened.task;
  }
  const begin = (process: string, wish: Beginning): string => {
    const event = begun(scene(), process, wish);
    journal.append(now(), [event]);
    return event.id;
  };
  async function settled(...ids: string[]): Promise<Task[]> {
    await until((state) => ids.every((id) => state.tasks[id]?.status !== 'open'));
    return tasks(ids);
  }
  async function ask(kind: string, performer: Performer, options: TaskOptions = {}): Promise<Task> {
    const [task] = await settled(open(kind, performer, options));
    if (task === undefined) throw new Error(`task ${kind} is lost`);
    return task;
  }
  const story: Story = {
    get state() {
      return scene().state;
    },
    get scene() {
      return scene();
    },
    step: (name) => journal.append(now(), [{ type: 'stepEntered', step: name }]),
    happen: (...events) => journal.append(now(), events),
    open,
    begin,
    ask,
    settled,
    until,
  };
  const pace: Pace = {
    isAtRest: () => isOver || (wait !== undefined && !wait()),
    end: () => {
      isOver = true;
    },
  };
  return { story, pace };
}
