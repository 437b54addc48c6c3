// A whole course without Temporal: the kit's own journal and rules, played by hand, with every kind of event in it.
import { loadCalendar, loadPolicy } from '../../policies/load.ts';
import { Actor } from '../../workflows/process/actor.ts';
import { actNamed } from '../../workflows/process/acts.ts';
import type { Entry, Event } from '../../workflows/process/event.ts';
import { factsOf } from '../../workflows/process/event.ts';
import { begun } from '../../workflows/process/follow.ts';
import { openJournal } from '../../workflows/process/journal.ts';
import { targetOf } from '../../workflows/process/offers.ts';
import { nextId, openTasks } from '../../workflows/process/state.ts';
import type { State } from '../../workflows/process/state.ts';
import { struck } from '../../workflows/process/strike.ts';
import { taskOpened } from '../../workflows/process/task.ts';
import { sixStep } from '../../workflows/processes/six-step/definition.ts';
import { checkerOf, dispatcher, told } from '../../workflows/processes/six-step/rules.ts';
import { startClock } from '../../workflows/rules/clock.ts';
import { COMMUNITY, DISTRICT, ESTATE } from './small-town.ts';
import type { LivingTown } from './small-town.ts';

const policy = await loadPolicy('dongsheng');
const calendar = await loadCalendar('cn');

export type Player = ReturnType<typeof play>;

/** Opens a process of the small town and gives the hand to play it. Time stands until it is moved. */
export function play(town: LivingTown, id: string, begins = '2025-03-03T01:00:00Z') {
  let now = new Date(begins);
  const facts = {
    kind: 'housing.lift',
    way: 'resident',
    channel: 'web',
    receivedAt: now.toISOString(),
    tier: 'community',
  };
  const reporters = [{ matter: id, answerBy: 'web' }];
  const opening = { id, process: 'six-step', place: ESTATE, policy, calendar, receivedAt: facts.receivedAt };
  const journal = openJournal(sixStep, { ...opening, facts: { ...facts, reporters } }, now);
  const scene = () => journal.scene(now);
  const happen = (...events: Event[]) => journal.append(now, events);

  return {
    scene,
    happen,
    entries: (): Entry[] => journal.unrecorded(),
    wait: (hours: number): void => {
      now = new Date(now.getTime() + hours * 3_600_000);
      happen(...struck(scene()));
    },
    open: (...asked: Parameters<typeof taskOpened> extends [unknown, ...infer R] ? R : never) =>
      happen(taskOpened(scene(), ...asked)),
    does: (name: string, actor: Actor, input: unknown = {}, waitedMs = 0): void => {
      const act = actNamed(sixStep, name);
      if (!act) throw new Error(`no act ${name}`);
      const kinds = Object.entries(sixStep.tasks).filter(([, kind]) =>
        kind.completions.some((one) => one.name === name),
      );
      const fits = openTasks(scene().state).filter(
        ({ kind }) => kinds.length === 0 || kinds.some(([one]) => one === kind),
      );
      const target = targetOf(scene(), act, act.on === 'task' ? fits[0]?.id : undefined);
      journal.append(now, act.decide(scene(), actor, input, target), { actor, waitedMs });
    },
  };
}

const words = (n: number) => `w:00000000-0000-7000-8000-00000000000${n}:${'0'.repeat(64)}`;

/** Everybody's capacity in the small town. */
export function cast(town: LivingTown) {
  const as = (account: string, role: string, unit: string, place: string, more: Partial<Actor> = {}): Actor =>
    Actor.parse({ person: town.person(account), role, unit: town.unit(unit), place, ...more });
  return {
    community: as('community', 'community', 'community', COMMUNITY),
    housing: as('housing', 'department', 'housing', DISTRICT),
    transport: as('transport', 'department', 'transport', DISTRICT),
    supervisor: as('supervisor', 'supervisor', 'supervision', DISTRICT),
  };
}

/** Step 1 and 2: analysed, triaged, in the ledger; the next entry would be the dispatch. */
export function registered(town: LivingTown, id: string): Player {
  const { community } = cast(town);
  const player = play(town, id);
  const { happen, open, does, scene } = player;
  happen({ type: 'stepEntered', step: 'analyse' });
  open('analyse', dispatcher(scene().state));
  does('claimTask', community);
  const [lead, helpers] = [town.unit('housing'), [town.unit('transport')]];
  does('acceptMatter', community, { importance: 2, urgency: 2, size: 'small', lead, helpers, mode: 'team' });
  happen({
    type: 'noted',
    what: 'triaged',
    facts: factsOf({ lead, helpers, colour: 'yellow', size: 'small', importance: 2 }),
  });
  happen({ type: 'stepEntered', step: 'ledger' });
  open('register', dispatcher(scene().state));
  does('registerMatter', community, { responsible: town.person('housing') });
  happen({ type: 'noted', what: 'registered', facts: { responsible: town.person('housing') } });
  const { time } = scene();
  const clock = startClock(
    { id: 'c3', of: 'matter', ladder: 'matter', heldBy: null, term: '7wd-eod' },
    scene().now,
    time,
  );
  happen({ type: 'clockMoved', why: 'started', clock }, ...told(scene().state, 'registered'));
  return player;
}

/** A thing on the process's list that takes a number of its own. */
export const letter = ({ items }: State, town: LivingTown): Event => ({
  ...{ type: 'itemAdded', item: nextId('i', items), kind: 'letter', series: 'letter' },
  facts: { unit: town.unit('housing'), words: words(4) },
});

/** All six steps, with reminders, cards, a return asked and refused, urging, a late entry, a message, to the close. */
export function wholeCourse(town: LivingTown, id: string): Entry[] {
  const { community, housing, transport, supervisor } = cast(town);
  const player = registered(town, id);
  const { happen, open, does, wait, scene } = player;
  happen({ type: 'stepEntered', step: 'handle' });
  open('handle', { unit: town.unit('housing') });
  open('assist', { unit: town.unit('transport') }, { about: 't3' });
  wait(40);
  does('claimTask', housing);
  does('askReturn', housing, { reason: 'notOurs', grounds: words(1) });
  does('refuseReturn', community, { grounds: words(2) });
  does('urgeTask', supervisor, { words: words(3) });
  happen(letter(scene().state, town), begun(scene(), 'six-step', { place: ESTATE, facts: {}, item: 'i1' }));
  happen({ type: 'itemChanged', item: 'i1', what: 'delivered', facts: { delivered: true } });
  wait(24 * 12);
  does('comment', supervisor, { words: words(4) });
  does('submitPart', transport, { result: words(5), proof: [] });
  does('submitResult', housing, { result: words(6), proof: [] }, 90_000);
  open('check', checkerOf(scene().state), { about: 't3' });
  does('acceptResult', community);
  happen({ type: 'stepEntered', step: 'feedBack' }, ...told(scene().state, 'result'));
  happen({ type: 'stepEntered', step: 'evaluate' });
  open('rate', { reporterOf: id });
  wait(24 * 9);
  happen({
    type: 'noted',
    what: 'rated',
    facts: { ratings: [{ matter: id, isValid: true, solved: true, satisfaction: 'basically' }] },
  });
  happen(
    { type: 'stepEntered', step: 'assess' },
    { type: 'noted', what: 'scored', facts: { score: { total: 88, lines: [] } } },
  );
  open('score', { unit: town.unit('housing') });
  does('acceptScore', housing);
  happen({ type: 'messageSent', to: id, act: 'addReporter', input: {} });
  happen({ type: 'closed', ending: 'closed' });
  return player.entries();
}
