import type { Course, DemoMatter } from '../../../prisma/demo/matter.ts';
import { asOften, once } from './deed.ts';
import type { Deed, Names } from './deed.ts';
import { claimed, extensionAsked, extensionAskedAgain, returnAsked, suspended } from './requests.ts';

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
  extensionAsked,
  extensionAskedAgain,
  checking: submitted,
  toTell: checked,
  rating: told,
  callBack: told,
  rehandling: rated,
  assessing: rated,
  appealed: (matter) => [
    ...rated(matter),
    once('appealScore', 'score', { line: 'late', grounds: matter.reason }),
  ],
  archived: (matter) => [...rated(matter), once('acceptScore', 'score')],
  notAccepted: ({ reason: grounds }) => [once('refuseMatter', 'analyse', { cause: 'inCourt', grounds })],
  merged: (_matter, { into }) => [
    once('mergeMatter', 'analyse', { into, grounds: '与先前反映的为同一问题，并案办理。' }),
  ],
  withdrawn: (matter) => [withdrawn(matter)],
};
