// How a test acts: through the API's own course, as somebody of the cast, and reads PostgreSQL like the screens do.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { act } from '../../apps/api/course/act.ts';
import type { Acted } from '../../apps/api/course/act.ts';
import type { Course } from '../../apps/api/course/course.ts';
import { colleagueIn } from '../../apps/api/matters/colleague.ts';
import { relay } from '../../apps/api/course/relay.ts';
import { takeIn } from '../../prisma/intake.ts';
import { newId } from '../../prisma/id.ts';
import type { StartPayload } from '../../prisma/intake-row.ts';
import { entriesOf } from '../../prisma/journal.ts';
import { file } from '../../prisma/outbox.ts';
import { sealWords } from '../../prisma/words.ts';
import { processNamed } from '../../workflows/catalog.ts';
import type { Actor } from '../../workflows/process/actor.ts';
import { actNamed } from '../../workflows/process/acts.ts';
import type { Threshold } from '../../workflows/process/entrance.ts';
import type { Entry, Event, Facts } from '../../workflows/process/event.ts';
import { State } from '../../workflows/process/state.ts';
import type { Item, Task } from '../../workflows/process/state.ts';
import type { Policy } from '../../workflows/rules/policy.ts';
import { ESTATE } from '../prisma/small-town.ts';
import type { LivingTown } from '../prisma/small-town.ts';

type Intake = Partial<Parameters<typeof takeIn>[1]>;

/** A moment of the journal, for tests that look at what happened. */
export type Happened<T extends Event['type']> = Extract<Event, { type: T }>;

/** By which pack and calendar a stage plays. */
export type Measure = Pick<Threshold, 'time'> & { policy: Policy };

export function playOn(town: LivingTown, course: Course, { policy, time }: Measure) {
  /** The kinds of task that an act completes; none when it is no completion. */
  const kindsOf = (state: State, name: string): string[] =>
    Object.entries(processNamed(state.process).tasks).flatMap(([kind, { completions }]) =>
      completions.some((completion) => completion.name === name) ? [kind] : [],
    );

  /** The open task that the act fits, the oldest first; else the last one that it would have fitted. */
  function aim(state: State, name: string): string | undefined {
    if (actNamed(processNamed(state.process), name)?.on !== 'task') return undefined;
    const kinds = kindsOf(state, name);
    const fits = Object.values(state.tasks).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
    return (fits.find(({ status }) => status === 'open') ?? fits.at(-1))?.id;
  }

  /** As the door does, where a task is handed on. */
  async function colleagueOf(id: string, name: string, input: object) {
    const form = actNamed(processNamed((await play.state(id)).process), name)?.input;
    return form === undefined ? undefined : colleagueIn(town.db, form, { ...input });
  }

  /** Carries errands until this process has begun; somebody else may be carrying its own. */
  async function begun(id: string): Promise<void> {
    const known = () => town.db.pool.query('select 1 from process where id = $1', [id]);
    for (let look = 0; (await known()).rowCount === 0; look += 1) {
      if (look === 500) throw new Error(`${id} does not begin`);
      if ((await relay(course, 'start')) === 0) await pause(20);
    }
  }

  const play = {
    /** Takes a matter in at the front door and carries it to Temporal. */
    async report(more: Intake = {}): Promise<string> {
      const taken = await takeIn(town.db, {
        ...{
          key: randomUUID(),
          subjectId: 'test',
          raw: more,
          process: 'six-step',
          way: 'resident',
          channel: 'web',
        },
        ...{
          answerBy: 'web',
          kind: 'housing.lift',
          placeId: town.place(ESTATE),
          text: '电梯又坏了，老人下不了楼。',
        },
        ...more,
      });
      if (taken.kind === 'conflict') throw new Error('conflict');
      await begun(taken.receipt.id);
      return taken.receipt.id;
    },

    /** Opens a process of any kind at a place (its path), and gives its id. */
    async openAny(process: string, place: string, facts: Facts = {}, id: string = newId()): Promise<string> {
      const payload: StartPayload = { process, place, receivedAt: new Date().toISOString(), facts };
      await file(town.db.pool, [{ id: `start:${id}`, lane: 'start', processId: id, payload }]);
      await begun(id);
      return id;
    },

    /** Begins a process by one of its doors, and gives its id. Throws the violation where the door says no. */
    async enter(process: string, door: string, who: Actor, input: object = {}): Promise<string> {
      const { entrances = [], numbers } = processNamed(process);
      const found = entrances.find(({ name }) => name === door);
      if (found === undefined) throw new Error(`${process} has no door ${door}`);
      const own = numbers?.parse(policy.processes[process] ?? {});
      const { place, facts } = found.begin(who, input, { now: new Date(), time, numbers: own });
      return play.openAny(process, place, facts);
    },

    /** Seals what somebody says in a process, as the door does; gives the reference. */
    sealed: (id: string, text: string): Promise<string> =>
      sealWords(town.db.pool, town.db.keys, { matterId: id, kind: 'said', text }),

    /** Carries every errand that is waiting: what processes begin, and what they say to each other. */
    async relayed(): Promise<void> {
      while ((await relay(course, 'start')) + (await relay(course, 'message')) > 0);
    },

    async state(id: string): Promise<State> {
      const { rows } = await town.db.pool.query('select state from process where id = $1', [id]);
      return State.parse(rows[0]?.state);
    },

    journal: (id: string): Promise<Entry[]> => entriesOf(town.db.pool, id),

    /** What happened, of one type, in order. */
    async happened<T extends Event['type']>(id: string, type: T): Promise<Happened<T>[]> {
      const entries = await play.journal(id);
      return entries.flatMap(({ event }) => (event.type === type ? [event as Happened<T>] : []));
    },

    /** The last task of a kind, open or not. */
    async task(id: string, kind: string): Promise<Task> {
      const found = Object.values((await play.state(id)).tasks).findLast((task) => task.kind === kind);
      if (found === undefined) throw new Error(`no ${kind} in ${id}`);
      return found;
    },

    /** The last item of a kind, open or not. */
    async item(id: string, kind: string): Promise<Item> {
      const found = Object.values((await play.state(id)).items).findLast((item) => item.kind === kind);
      if (found === undefined) throw new Error(`no ${kind} in ${id}`);
      return found;
    },

    async tries(
      id: string,
      name: string,
      who: Actor,
      input: object = {},
      target?: string,
      key: string = randomUUID(),
    ): Promise<Acted> {
      const aimed = target ?? aim(await play.state(id), name);
      const colleague = await colleagueOf(id, name, input);
      const plain = JSON.parse(JSON.stringify(input));
      const body = { act: name, target: aimed, actor: who, colleague, input: plain };
      const [subjectId, raw] = [who.person ?? 'receipt', { input, target }];
      return act(course, { key, subjectId, process: id, name, raw, body: () => Promise.resolve(body) });
    },

    /** Does an act and gives the state after it; throws when it is refused. */
    async does(id: string, name: string, who: Actor, input: object = {}, target?: string): Promise<State> {
      const acted = await play.tries(id, name, who, input, target);
      if (acted.kind !== 'accepted') throw new Error(`${name}: ${JSON.stringify(acted)}`);
      return play.state(id);
    },

    /** The code of the refusal; throws when the act is accepted. */
    async refusal(
      id: string,
      name: string,
      who: Actor,
      input: object = {},
      target?: string,
    ): Promise<string> {
      const acted = await play.tries(id, name, who, input, target);
      if (acted.kind !== 'rejected') throw new Error(`${name} was not refused: ${JSON.stringify(acted)}`);
      return acted.refusal.code;
    },
  };
  return play;
}
