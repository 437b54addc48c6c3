import type { TownIds } from '../../../prisma/catalogue.ts';
import type { Course, DemoMatter } from '../../../prisma/demo/matter.ts';
import { ago } from '../../../prisma/demo/span.ts';
import { openOf } from './matter.ts';
import type { Matter } from './matter.ts';

/** One act on the way of a matter. `on`: the kind of task that it is done on, or the reporter's own. */
export type Deed = {
  act: string;
  on: string;
  input: Record<string, unknown>;
  /** Done for good: what comes before it need not be looked at again. */
  isDone: (matter: Matter) => boolean;
  /** An act that comes as often as it is needed, perhaps never. */
  isNeeded?: (matter: Matter) => boolean;
};

/** What the acts are filled in with: ids for the codes of the demo data, the matter that one is merged into. */
export type Names = { ids: TownIds; into: string | undefined; now: Date };

const once = (act: string, on: string, input: object = {}): Deed => ({
  ...{ act, on, input: { ...input } },
  isDone: ({ tasks }) => tasks.some(({ outcome }) => outcome === act),
});

const asOften = (act: string, on: string, input: object = {}): Deed => ({
  ...{ act, on, input: { ...input } },
  isDone: () => false,
  isNeeded: (matter) => openOf(matter, on).length > 0,
});

/** A request is seen by the task in which another decides it. */
const asking = (act: string, decision: string, input: object): Deed => ({
  ...once(act, 'handle', input),
  isDone: ({ tasks }) => tasks.some(({ kind }) => kind === decision),
});

const claimed: Deed = {
  ...once('claimTask', 'handle'),
  isDone: () => false,
  isNeeded: (matter) => openOf(matter, 'handle').some(({ heldBy }) => heldBy === null),
};

const withdrawn = ({ reason: grounds }: DemoMatter): Deed => ({
  ...once('withdrawMatter', 'reporter', { grounds }),
  isDone: ({ ending }) => ending !== null,
});

const triaged = ({ triage }: DemoMatter, { ids: { units } }: Names): Deed => {
  const { importance, urgency, size, mode } = triage;
  const helpers = triage.coHandlers.map((code) => units.get(code));
  const input = { importance, urgency, size, mode, lead: units.get(triage.lead), helpers };
  return once('acceptMatter', 'analyse', input);
};

const submitted = (matter: DemoMatter): Deed[] => [
  claimed,
  asOften('submitPart', 'assist', { result: '已按主办单位要求完成本单位承担的部分。' }),
  once('submitResult', 'handle', { result: matter.result }),
];

const checked = (matter: DemoMatter): Deed[] => [...submitted(matter), once('acceptResult', 'check')];

const told = (matter: DemoMatter): Deed[] => [
  ...checked(matter),
  asOften('confirmTold', 'tell', {
    by: matter.channel === 'visit' ? 'visit' : 'phone',
    receipt: '已告知办理结果，反映人表示知悉。',
  }),
];

const satisfactions = { satisfied: 'satisfied', basically: 'basically', not: 'dissatisfied' } as const;

const rated = (matter: DemoMatter): Deed[] => {
  const { contacted = true, solved = true, satisfaction = 'satisfied' } = matter.rating ?? {};
  const said = { contacted: contacted ? 'yes' : 'no', solved: solved ? 'yes' : 'no' };
  const judgement = { ...said, satisfaction: satisfactions[satisfaction] };
  return [...told(matter), once('rateResult', 'reporter', judgement)];
};

const suspended = (matter: DemoMatter, { now }: Names): Deed[] => [
  claimed,
  asking('askSuspension', 'suspensionDecision', {
    cause: matter.reason,
    reviewOn: dayAfter(matter.term, now),
  }),
  once('grantSuspension', 'suspensionDecision', { grounds: '情况属实，同意挂起，到期复核。' }),
];

/** The day on which that span of clock time from now ends, in +08:00. */
function dayAfter(span = '30d', now: Date): string {
  const later = 2 * now.getTime() - ago(span, now).getTime();
  return new Date(later + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The reasons of the demo data in the words of the form. */
const reasons = {
  notOurTerritory: 'notOurs',
  unclearOwner: 'unclearOwner',
  overlappingDuties: 'overlap',
  insufficientFacts: 'insufficientFacts',
} as const;

const returnAsked = ({ returnCode = 'insufficientFacts', reason: grounds }: DemoMatter): Deed[] => [
  claimed,
  asking('askReturn', 'returnDecision', { reason: reasons[returnCode], grounds }),
];

/**
 * What is done to bring a matter as far as its course says. A call-back follows only when the window of rating has
 * closed in silence, days later: until then such a matter waits for its rating like the others.
 */
export const deedsOf: Readonly<Record<Course, (matter: DemoMatter, names: Names) => Deed[]>> = {
  received: () => [],
  analysed: (matter, names) => [triaged(matter, names)],
  handling: () => [],
  handlingLate: () => [],
  suspended,
  returnAsked,
  extensionAsked: ({ term: length, reason: grounds }) => [
    claimed,
    asking('askExtension', 'extensionDecision', { length, grounds }),
  ],
  checking: submitted,
  toTell: checked,
  rating: told,
  callBack: told,
  rehandling: rated,
  assessing: rated,
  archived: (matter) => [...rated(matter), once('acceptScore', 'score')],
  notAccepted: ({ reason: grounds }) => [once('refuseMatter', 'analyse', { cause: 'inCourt', grounds })],
  merged: (_matter, { into }) => [
    once('mergeMatter', 'analyse', { into, grounds: '与先前反映的为同一问题，并案办理。' }),
  ],
  withdrawn: (matter) => [withdrawn(matter)],
};
