import type { TownIds } from '../catalogue.ts';
import type { NewIntake } from '../intake-row.ts';
import type { Policy } from '../../workflows/rules/policy.ts';
import { colourOf } from '../../workflows/rules/triage.ts';
import type { Demo } from './check.ts';
import type { Course, DemoMatter } from './matter.ts';
import { ago } from './span.ts';

/** A matter of the demo district as the front door takes it. */
export type DemoReport = { matter: DemoMatter; intake: NewIntake };

/** Courses that begin at the front door; every other one is carried over in mid-course, so that its clocks lie in the past. */
const AT_THE_DOOR: readonly Course[] = ['received', 'analysed', 'notAccepted', 'merged', 'withdrawn'];

/** Courses whose first handling began when the matter came in; in the others it began so lately that it is still in time. */
const SINCE_THEN: readonly Course[] = ['handling', 'handlingLate', 'returnAsked', 'extensionAsked'];
const LATELY = '20h';

/** All matters, as reports that may be sent again: each is taken in once. Ids come from seedDistrict. */
export const demoReports = (demo: Demo, ids: TownIds, policy: Policy, now: Date): DemoReport[] =>
  demo.matters.map((matter) => ({ matter, intake: intakeOf(matter, ids, policy, now) }));

function intakeOf(matter: DemoMatter, ids: TownIds, policy: Policy, now: Date): NewIntake {
  const { key, way, channel, kind, words: text, external, happenedAgo } = matter;
  return {
    ...{ key: `demo:${key}`, subjectId: 'demo', raw: { key }, process: 'six-step', way, channel, kind, text },
    answerBy: channel === 'web' ? 'web' : 'phone',
    placeId: idOf(ids.places, matter.place),
    ...peopleOf(matter, ids),
    external: external ?? null,
    receivedAt: ago(matter.openedAgo, now),
    happenedAt: happenedAgo === undefined ? null : ago(happenedAgo, now),
    facts: AT_THE_DOOR.includes(matter.course) ? {} : carriedFacts(matter, ids, policy, now),
  };
}

/** Who reported it, by account or by name and phone, and who took it down; a cadre's own report is both. */
function peopleOf({ reporter, takenBy, way }: DemoMatter, { people }: TownIds): Partial<NewIntake> {
  const takenById = takenBy === undefined ? null : idOf(people, takenBy);
  if (!('account' in reporter)) return { takenById, reporterId: null, contact: JSON.stringify(reporter) };
  const person = idOf(people, reporter.account);
  return way === 'cadre' ? { takenById: person, reporterId: null } : { takenById, reporterId: person };
}

/** What triage and ledger came to before: the process begins at step 3, its clocks where they began then. */
function carriedFacts({ triage, ...matter }: DemoMatter, { units }: TownIds, policy: Policy, now: Date) {
  const { importance, urgency, size, mode } = triage;
  const colour = colourOf(importance, urgency, policy.triage);
  const startedAt = startOf(matter, now).toISOString();
  const lead = idOf(units, triage.lead);
  const helpers = triage.coHandlers.map((code) => idOf(units, code));
  return {
    importance,
    urgency,
    colour,
    size,
    mode,
    lead,
    helpers,
    carried: { lead, term: policy.terms.handle[colour], startedAt },
  };
}

/** When the first handling began: as the data says, else lately, but never before the matter came in. */
function startOf({ course, openedAgo, startedAgo = LATELY }: Omit<DemoMatter, 'triage'>, now: Date): Date {
  const [received, started] = [ago(openedAgo, now), ago(startedAgo, now)];
  return SINCE_THEN.includes(course) || received > started ? received : started;
}

function idOf(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`the demo district has no ${code}`);
  return id;
}
