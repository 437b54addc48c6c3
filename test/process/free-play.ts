// A six-step matter in pure rules alone: any offered act at any moment, the clocks in between, and as much of a story as
// is needed to have work again. For properties; the real story runs in branches.test.ts.
import { loadCalendar, loadPolicy } from '../../policies/load.ts';
import type { Actor } from '../../workflows/process/actor.ts';
import type { Scene } from '../../workflows/process/definition.ts';
import type { Event } from '../../workflows/process/event.ts';
import { offers, targetOf } from '../../workflows/process/offers.ts';
import { reduce } from '../../workflows/process/reduce.ts';
import { openTasks } from '../../workflows/process/state.ts';
import type { State } from '../../workflows/process/state.ts';
import { nextMoment, struck } from '../../workflows/process/strike.ts';
import { revived, taskOpened } from '../../workflows/process/task.ts';
import type { TaskOptions } from '../../workflows/process/task.ts';
import { sixStep } from '../../workflows/processes/six-step/definition.ts';
import { checkerOf, dispatcher } from '../../workflows/processes/six-step/rules.ts';
import { startClock } from '../../workflows/rules/clock.ts';
import { snapshotOf } from '../../workflows/rules/policy.ts';
import { RuleViolation } from '../../workflows/rules/violation.ts';
import { ESTATE, COMMUNITY, DISTRICT, SUBDISTRICT } from '../prisma/small-town.ts';
import { filledIn } from './filled.ts';

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [MATTER, HOUSING, TRANSPORT, COMMUNITY_UNIT] = [id(1), id(2), id(3), id(4)];

const someone = (
  n: number,
  role: string,
  unit: string | null,
  place: string,
  more: Partial<Actor> = {},
): Actor => ({
  ...{ person: id(100 + n), role, unit, place, isHead: false, callBack: false },
  ...{ for: null, reporterOf: null, standsIn: false, ...more },
});

const people: readonly Actor[] = [
  someone(1, 'department', HOUSING, DISTRICT),
  someone(2, 'department', TRANSPORT, DISTRICT),
  someone(3, 'community', COMMUNITY_UNIT, COMMUNITY),
  someone(4, 'community', COMMUNITY_UNIT, COMMUNITY),
  someone(5, 'subdistrict', id(5), SUBDISTRICT),
  someone(6, 'supervisor', id(6), DISTRICT),
  someone(7, 'supervisor', id(6), DISTRICT, { callBack: true }),
  someone(8, 'resident', null, '', { person: null, reporterOf: MATTER }),
];

const PERSONS = people.flatMap(({ person }) => person ?? []);

/** One thing that happens: so long nothing, then the n-th of all offers, filled in one way or another. */
export interface Move {
  readonly wait: number;
  readonly offer: number;
  readonly way: number;
  /** How long the act waited for its turn, at most since its task was opened; it counts from before that. */
  readonly waited: number;
  /** Whether the clocks were looked at in between, or only now (a stand-still). */
  readonly isWatched: boolean;
}

/** These end the play. */
const LAST = ['withdrawMatter', 'cancelProcess'];

export async function stageOfRules() {
  const [policy, calendar] = [snapshotOf(await loadPolicy('dongsheng')), await loadCalendar('cn')];
  const time = { calendar, office: policy.office };

  return function play(colour: 'red' | 'orange' | 'green', start: Date, look: (scene: Scene) => void) {
    let now = start;
    const { name, version } = policy;
    const facts = { kind: 'k', way: 'resident', channel: 'web', receivedAt: start.toISOString(), colour };
    const reporters = [{ matter: MATTER, answerBy: 'web' }];
    const opened: Event = {
      ...{ type: 'opened', id: MATTER, process: 'six-step', place: ESTATE, policy: { name, version } },
      ...{
        calendar: { id: 'cn', version: '1' },
        facts: { ...facts, reporters, lead: HOUSING, dispatchedBy: null },
      },
    };
    let state: State = reduce(undefined, { seq: 1, at: now.toISOString(), event: opened });
    const scene = (at = now): Scene => ({ definition: sixStep, state, policy, time, now: at });
    const apply = (events: readonly Event[], waitedMs = 0) => {
      for (const event of events)
        state = reduce(state, { seq: state.seq + 1, at: now.toISOString(), waitedMs, event });
    };
    const open = (kind: string, performer: object, options?: TaskOptions) =>
      apply([taskOpened(scene(), kind, performer, options)]);

    /** As the clock line does: everything that is due by then. Fails where it would spin. */
    function strike(until: Date, isWatched: boolean): void {
      let rounds = 0;
      for (let next = nextMoment(scene()); next !== undefined && next <= until; next = nextMoment(scene())) {
        if ((rounds += 1) > 500) throw new Error(`the clock line finds no rest at ${next.toISOString()}`);
        now = isWatched && next > now ? next : until;
        const events = struck(scene());
        if (events.length === 0) throw new Error(`the clock line spins at ${next.toISOString()}`);
        apply(events);
        goOn();
        look(scene());
      }
      now = until;
    }

    /** The least of a story: whenever the last work is settled, there is some again. */
    function goOn(): void {
      const last = Object.values(state.tasks).findLast(({ kind }) =>
        ['handle', 'check', 'rate'].includes(kind),
      );
      if (state.ending !== undefined || last === undefined || last.status === 'open') return;
      if (last.outcome === 'submitResult') return open('check', checkerOf(state), { about: last.id });
      if (last.outcome === 'acceptResult') return open('rate', { reporterOf: MATTER });
      if (last.outcome === 'sendBack') return reopen(last.about ?? '');
      open('handle', { unit: last.how === 'returned' ? TRANSPORT : HOUSING });
    }

    /** Sent back: that very task is open again, and counts as the last one. */
    function reopen(task: string): void {
      const old = state.tasks[task];
      if (old === undefined || old.status === 'open') return;
      apply([{ type: 'taskReopened', task, clock: revived(scene(), old) }]);
    }

    function act({ offer, way, waited }: Move): void {
      const all = offers(scene(), people).filter(({ act: { name: act } }) => !LAST.includes(act));
      const chosen = all[offer % Math.max(1, all.length)];
      if (chosen === undefined) return;
      const openedAt = openTasks(state).map((task) => Date.parse(task.openedAt));
      const waitedMs = Math.min(waited, now.getTime() - Math.max(...openedAt));
      const then = scene(new Date(now.getTime() - waitedMs));
      const choices = { units: [HOUSING, TRANSPORT], people: PERSONS, now: then.now, way };
      const input = filledIn(chosen.act.name, choices);
      const target = { ...targetOf(then, chosen.act, chosen.target), colleague: people };
      try {
        apply(chosen.act.decide(then, chosen.actor, input, target), waitedMs);
      } catch (error) {
        if (!(error instanceof RuleViolation)) throw error;
      }
      goOn();
    }

    const matter = { id: 'c1', of: 'matter', ladder: 'matter', heldBy: null } as const;
    apply([
      {
        type: 'clockMoved',
        why: 'started',
        clock: startClock({ ...matter, term: policy.terms.matter[colour] }, now, time),
      },
    ]);
    open('handle', { unit: HOUSING });
    open('assist', { unit: TRANSPORT }, { about: 't1' });
    open('tell', dispatcher(state), { reporter: MATTER });
    return {
      move(move: Move): void {
        strike(new Date(now.getTime() + move.wait), move.isWatched);
        act(move);
        look(scene());
      },
      isOpen: () => openTasks(state).length > 0,
    };
  };
}
