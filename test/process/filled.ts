// Forms filled in, in one way or another, for tests that do whatever is offered.
import { basically, because, dayAfter, result, satisfied, told, triage, unsolved } from './walk.ts';

/** What is chosen from: the units of a town, the first of which leads, and its people. */
export interface Choices {
  readonly units: readonly string[];
  readonly people: readonly string[];
  readonly now: Date;
  /** Any number: other numbers fill forms in other ways. */
  readonly way: number;
}

type Fill = (choices: Choices) => object;

const some = <T>(all: readonly T[], way: number): T => all[way % all.length] as T;

const dispatch: Fill = ({ units, way }) => {
  const lead = some(units, way);
  return { lead, helpers: way % 3 === 0 ? units.filter((unit) => unit !== lead) : [] };
};
const judgement: Fill = ({ way }) => some([satisfied, unsolved, basically], way);
const reviewed = ({ now, way }: Choices) => ({ reviewOn: dayAfter(now, 1 + (way % 29)) });

const forms: Readonly<Record<string, Fill>> = {
  acceptMatter: (choices) => ({
    ...triage(some(choices.units, choices.way), dispatch(choices)),
    ...{ importance: 1 + (choices.way % 3), urgency: 1 + (choices.way % 2) },
  }),
  refuseMatter: () => ({ cause: 'noFacts', ...because }),
  dispatchMatter: dispatch,
  orderAgain: dispatch,
  concludeConference: (choices) => ({ ...dispatch(choices), minutes: 'w:0:0' }),
  askReturn: () => ({ reason: 'overlap', ...because }),
  askExtension: ({ way }) => ({ length: some(['1wd-eod', '5wd-eod', '24h', '6h'], way), ...because }),
  askSuspension: (choices) => ({ ...reviewed(choices), cause: 'w:0:0' }),
  keepSuspended: (choices) => ({ ...reviewed(choices), ...because }),
  askReassignment: ({ units, way }) => ({ unit: some(units, way), ...because }),
  assignTask: ({ people, way }) => ({ person: some(people, way) }),
  submitResult: () => result,
  submitPart: () => result,
  confirmTold: () => told,
  rateResult: judgement,
  recordCallBack: judgement,
  appealScore: ({ way }) => ({
    line: some(['ratedBasically', 'rehandlings', 'late', 'yellow'], way),
    ...because,
  }),
  askExclusion: () => ({ cause: 'inCourt', ...because }),
  blowWhistle: ({ units, way }) => ({
    ...{ ground: some(['street', 'joint', 'emergency'], way), words: 'w:0:0' },
    units: units.slice(way % units.length),
  }),
  urgeTask: () => ({ words: 'w:0:0' }),
  comment: () => ({ words: 'w:0:0' }),
};

/** Acts without a form of their own, and those that only want grounds. */
const BARE = ['claimTask', 'releaseTask', 'resumeTask', 'registerMatter', 'acceptResult', 'acceptScore'];

/** The form of an act, filled in. */
export const filledIn = (act: string, choices: Choices): object =>
  forms[act]?.(choices) ?? (BARE.includes(act) ? {} : because);
