// The journal of one running process: its entries, its state, and which of them are known to be recorded.
import type { Actor } from './actor.ts';
import type { Opening } from './contract.ts';
import type { ProcessDefinition, Scene } from './definition.ts';
import type { Author, Entry, Event } from './event.ts';
import { reduce } from './reduce.ts';
import type { State } from './state.ts';

/** Who did it and how long it had waited; nothing for what the process does by itself. */
export interface Cause {
  readonly actor?: Actor;
  readonly waitedMs?: number;
}

export interface Journal {
  scene(now: Date): Scene;
  append(now: Date, events: readonly Event[], cause?: Cause): void;
  /** From here on the process counts by other numbers. */
  adopt(numbers: Partial<Pick<Opening, 'policy' | 'calendar'>>): void;
  /** Everything not yet known to be in PostgreSQL. */
  unrecorded(): Entry[];
  /** The caller knows that entries up to `seq` are recorded. */
  recordedUpTo(seq: number): void;
}

function author(actor: Actor): Author {
  const { person, role, unit, for: forPerson, standsIn } = actor;
  return {
    person,
    role,
    unit,
    ...(forPerson === null ? {} : { for: forPerson }),
    ...(standsIn ? { isStandIn: true } : {}),
  };
}

function openingEvent(opening: Opening): Event {
  const { id, process, place, policy, calendar, facts } = opening;
  const { name, version } = policy;
  return {
    type: 'opened',
    id,
    process,
    place,
    policy: { name, version },
    calendar: { id: calendar.id, version: calendar.version },
    facts,
  };
}

/** Begins the journal of a process with its first entry. */
export function openJournal(definition: ProcessDefinition, opening: Opening, now: Date): Journal {
  let { policy, calendar } = opening;
  const entryOf = (seq: number, at: Date, event: Event, { actor, waitedMs = 0 }: Cause): Entry => ({
    seq,
    at: at.toISOString(),
    ...(waitedMs > 0 ? { waitedMs } : {}),
    ...(actor === undefined ? {} : { by: author(actor) }),
    event,
  });
  const first = entryOf(1, now, openingEvent(opening), {});
  let state: State = reduce(undefined, first);
  let waiting: Entry[] = [first];

  return {
    scene: (at) => ({ definition, state, policy, time: { calendar, office: policy.office }, now: at }),
    adopt(numbers) {
      policy = numbers.policy ?? policy;
      calendar = numbers.calendar ?? calendar;
    },
    append(at, events, cause = {}) {
      for (const event of events) {
        const entry = entryOf(state.seq + 1, at, event, cause);
        state = reduce(state, entry);
        waiting.push(entry);
      }
    },
    unrecorded: () => [...waiting],
    recordedUpTo(seq) {
      waiting = waiting.filter((entry) => entry.seq > seq);
    },
  };
}
