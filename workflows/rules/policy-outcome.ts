import type { WorkTime } from './calendar.ts';
import { startClock } from './clock.ts';
import { explainDue } from './explain.ts';
import { rungsOf } from './ladder.ts';
import { localIso } from './local-time.ts';
import type { OfCheckpoints, OfClass, OfNumber, OfPhases, OfTerm, When } from './policy-case.ts';
import { valueAt } from './policy-leaves.ts';
import { ratesTotal } from './policy-rates-case.ts';
import type { Policy } from './policy.ts';
import { scoreMatter } from './score.ts';
import { Term, dueAt } from './term.ts';
import { colourOf } from './triage.ts';

/** A case speaks of something that the pack does not have. */
export class NotInPack extends Error {}

/** What comes of a case under the pack, to be compared with what was expected. Throws NotInPack, or as dueAt does. */
export function outcomeOf(when: When, policy: Policy, time: WorkTime): unknown {
  if ('importance' in when) return { colour: colourOf(when.importance, when.urgency, policy.triage) };
  if ('course' in when) return { score: scoreMatter(when.course, policy.score).total };
  if ('callBacks' in when) return { total: ratesTotal(when.callBacks, policy.rates) };
  if ('value' in when) return { is: found(policy, when.value) };
  if ('checkpoints' in when) return { dueAt: checkpointsOf(when, policy, time) };
  if ('phases' in when) return { dueAt: phasesOf(when, policy, time) };
  return { ...dueOf(termOf(when, policy), when.at, time), ...rungMoments(when, policy, time) };
}

type OfOneTerm = OfTerm | OfClass | OfNumber;

function termOf(when: OfOneTerm, policy: Policy): Term {
  if ('term' in when) return termAt(policy, `terms.${when.term}`);
  if ('class' in when) {
    const named = Object.hasOwn(policy.classes, when.class) ? policy.classes[when.class] : undefined;
    if (named === undefined) throw new NotInPack(`the pack has no class "${when.class}"`);
    return named.term;
  }
  return termAt(policy, `processes.${when.process}.${when.number}`);
}

function termAt(policy: Policy, path: string): Term {
  const read = Term.safeParse(found(policy, path));
  if (!read.success) throw new NotInPack(`${path} is no term`);
  return read.data;
}

function found(policy: Policy, path: string): unknown {
  const value = valueAt(policy, path.split('.'));
  if (value === undefined) throw new NotInPack(`the pack has no ${path}`);
  return value;
}

const startAt = (at: string, { office }: WorkTime): Date => new Date(`${at}${office.utcOffset}`);

function dueOf(term: Term, at: string, time: WorkTime): object {
  const { dueAt: due, unpublishedFrom } = explainDue(startAt(at, time), term, time);
  return unpublishedFrom ? { dueAt: due, unpublishedFrom } : { dueAt: due };
}

function rungMoments(when: OfOneTerm, policy: Policy, time: WorkTime): object {
  const colour = 'colour' in when ? when.colour : undefined;
  const ladder = when.ladder ?? (colour && policy.ladderOf[colour]);
  if (ladder === undefined) return {};
  const rungs = policy.ladders[ladder];
  if (rungs === undefined) throw new NotInPack(`no ladder is named "${ladder}"`);
  const start = { id: 'case', of: 'task', term: termOf(when, policy), ladder, heldBy: null } as const;
  const placed = rungsOf(startClock(start, startAt(when.at, time), time), rungs, time, policy.notices);
  const local = placed.map(({ rung, at }) => [rung.rung, localIso(at, time.office.utcOffset)]);
  return { rungs: Object.fromEntries(local) };
}

function checkpointsOf(when: OfCheckpoints, policy: Policy, time: WorkTime): object {
  const due = (name: string) =>
    dueAt(startAt(when.at, time), termAt(policy, `processes.${when.process}.${name}`), time);
  return Object.fromEntries(
    when.checkpoints.map((name) => [name, localIso(due(name).at, time.office.utcOffset)]),
  );
}

function phasesOf(when: OfPhases, policy: Policy, time: WorkTime): object {
  let from = startAt(when.at, time);
  const ends = when.phases.map((name) => {
    from = dueAt(from, termAt(policy, `processes.${when.process}.${name}`), time).at;
    return [name, localIso(from, time.office.utcOffset)];
  });
  return Object.fromEntries(ends);
}
