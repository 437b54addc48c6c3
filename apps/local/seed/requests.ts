import type { DemoMatter } from '../../../prisma/demo/matter.ts';
import { ago } from '../../../prisma/demo/span.ts';
import { once } from './deed.ts';
import type { Deed, Names } from './deed.ts';
import { openOf } from './matter.ts';

/** A request is seen by the task in which another decides it. */
const asking = (act: string, decision: string, input: object): Deed => ({
  ...once(act, 'handle', input),
  isDone: ({ tasks }) => tasks.some(({ kind }) => kind === decision),
});

/** Whoever is to ask or to hand in takes the task first. */
export const claimed: Deed = {
  ...once('claimTask', 'handle'),
  isDone: () => false,
  isNeeded: (matter) => openOf(matter, 'handle').some(({ heldBy }) => heldBy === null),
};

export const extensionAsked = ({ term: length, reason: grounds }: DemoMatter): Deed[] => [
  claimed,
  asking('askExtension', 'extensionDecision', { length, grounds }),
];

/** Once it was granted; of the second a higher tier decides. */
export const extensionAskedAgain = (matter: DemoMatter): Deed[] => {
  const { term: length, reason: grounds } = matter;
  return [
    ...extensionAsked(matter),
    once('grantExtension', 'extensionDecision', { grounds: '情况属实，同意延期。' }),
    {
      ...once('askExtension', 'handle', { length, grounds }),
      isAgain: true,
      isDone: ({ tasks }) => tasks.filter(({ kind }) => kind === 'extensionDecision').length > 1,
    },
  ];
};

export const suspended = (matter: DemoMatter, { now }: Names): Deed[] => [
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

export const returnAsked = ({ returnCode = 'insufficientFacts', reason: grounds }: DemoMatter): Deed[] => [
  claimed,
  asking('askReturn', 'returnDecision', { reason: reasons[returnCode], grounds }),
];
