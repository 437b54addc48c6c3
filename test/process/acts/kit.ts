// The acts that every process has, on a six-step matter in the hands of the housing department.
import { snapshotOf } from '../../../workflows/rules/policy.ts';
import { dayAfter, because, walk } from '../walk.ts';
import type { Stage } from '../stage.ts';
import { COMMUNITY, HOUSING, SUPERVISION, notOf } from './row.ts';
import type { ActRow } from './row.ts';

const atHandle = (stage: Stage) => walk(stage, 'handle');

async function claimed(stage: Stage): Promise<string> {
  const id = await atHandle(stage);
  await stage.does(id, 'claimTask', stage.cast.housing);
  return id;
}

async function helped(stage: Stage): Promise<string> {
  return walk(stage, 'handle', { triage: { helpers: [stage.town.unit('transport')] } });
}

const inTenDays = () => dayAfter(new Date(), 10);
const asks: Readonly<Record<string, (stage: Stage) => object>> = {
  askReturn: () => ({ reason: 'notOurs', ...because }),
  askExtension: () => ({ length: '5wd-eod', ...because }),
  askSuspension: () => ({ reviewOn: inTenDays(), cause: 'w:0:0' }),
  askReassignment: (stage) => ({ unit: stage.town.unit('transport'), ...because }),
};

const asked =
  (name: string) =>
  async (stage: Stage): Promise<string> => {
    const id = await atHandle(stage);
    await stage.does(id, name, stage.cast.housing, asks[name]?.(stage));
    return id;
  };

async function suspended(stage: Stage): Promise<string> {
  const id = await asked('askSuspension')(stage);
  await stage.does(id, 'grantSuspension', stage.cast.clerk, because);
  return id;
}

/** Nobody has analysed it in time: one yellow card. */
async function carded(stage: Stage): Promise<string> {
  const id = await walk(stage, 'analyse');
  const { dueAt } = Object.values((await stage.state(id)).clocks)[0] ?? {};
  await stage.skipTo(id, dueAt ?? '');
  return id;
}

const ask = (act: string, wrong: ActRow['wrong']): ActRow => ({
  ...{ act, at: atHandle, may: HOUSING, input: asks[act], on: 'handle', wrong },
  not: notOf('transport', 'clerk', 'reporter'),
  ...{ early: ['clerk', 'notDispatched'], again: 'alreadyAsked' },
});

const decide = (act: string, request: string, on: string): ActRow => ({
  ...{ act, at: asked(request), may: COMMUNITY, input: () => because, on },
  not: notOf('housing', 'street', 'strangeClerk'),
  wrong: [[() => ({ grounds: ' ' }), 'badInput']],
  ...{ early: ['clerk', 'noSuchTask'], again: 'taskSettled' },
});

const review = (act: string, input: () => object, wrong: ActRow['wrong']): ActRow => ({
  ...{ act, at: suspended, may: COMMUNITY, input, wrong, early: ['clerk', 'noSuchTask'] },
  not: notOf('housing', 'supervisor'),
  // A review that keeps it suspended opens the next one.
  again: act === 'keepSuspended' ? undefined : 'taskSettled',
});

/** The head gives it to one of the unit, its holder to a colleague; `again`: what the same person is told afterwards. */
const handed = (
  at: ActRow['at'],
  may: ActRow['may'],
  again: string,
  to: 'housing' | 'housingHead',
): ActRow => ({
  ...{ act: 'assignTask', at, may, on: 'handle', again, early: ['housingHead', 'notHeadOrHolder'] },
  input: ({ cast }) => ({ person: cast[to].person, words: 'w:0:0' }),
  not: (['transport', 'clerk', 'communityHead', 'streetHead', 'supervisor'] as const).map(
    (who) => [who, 'notHeadOrHolder'] as const,
  ),
  wrong: [
    [({ cast }) => ({ person: cast.transport.person }), 'colleagueMayNot'],
    [({ cast }) => ({ person: cast.strangeClerk.person }), 'colleagueMayNot'],
    [() => ({ person: 'somebody' }), 'badInput'],
    [() => ({}), 'badInput'],
  ],
});

export const kit: readonly ActRow[] = [
  {
    ...{ act: 'claimTask', at: atHandle, may: HOUSING, on: 'handle', again: 'alreadyClaimed' },
    not: notOf('transport', 'clerk', 'reporter'),
  },
  {
    ...{
      act: 'releaseTask',
      at: claimed,
      may: ['housing'],
      on: 'handle',
      early: ['clerk', 'notClaimed'],
      again: 'notClaimed',
    },
    not: [
      ['housingHead', 'heldByAnother'],
      ['transport', 'notPerformer'],
    ],
  },
  handed(atHandle, ['housingHead'], 'alreadyHolds', 'housing'),
  handed(claimed, ['housing', 'housingHead'], 'notHeadOrHolder', 'housingHead'),
  {
    ...{
      act: 'resumeTask',
      at: suspended,
      may: HOUSING,
      on: 'handle',
      early: ['clerk', 'notSuspended'],
      again: 'notSuspended',
    },
    not: notOf('clerk', 'supervisor'),
  },
  ask('askReturn', [
    [() => ({ reason: 'tooMuchWork', ...because }), 'badInput'],
    [() => ({ reason: 'notOurs', grounds: '' }), 'badInput'],
  ]),
  ask('askExtension', [
    [() => ({ length: '24h', ...because }), 'extension.otherKind'],
    [() => ({ length: '17wd-eod', ...because }), 'extensionTooLong'],
    [() => ({ length: 'a while', ...because }), 'badInput'],
  ]),
  ask('askSuspension', [
    [() => ({ reviewOn: dayAfter(new Date(), 0), cause: 'w:0:0' }), 'reviewInThePast'],
    [() => ({ reviewOn: dayAfter(new Date(), 32), cause: 'w:0:0' }), 'reviewTooFar'],
  ]),
  ask('askReassignment', [[() => ({ unit: 'transport', ...because }), 'badInput']]),
  decide('grantReturn', 'askReturn', 'returnDecision'),
  decide('refuseReturn', 'askReturn', 'returnDecision'),
  decide('grantExtension', 'askExtension', 'extensionDecision'),
  decide('refuseExtension', 'askExtension', 'extensionDecision'),
  decide('grantSuspension', 'askSuspension', 'suspensionDecision'),
  decide('refuseSuspension', 'askSuspension', 'suspensionDecision'),
  decide('grantReassignment', 'askReassignment', 'reassignmentDecision'),
  decide('refuseReassignment', 'askReassignment', 'reassignmentDecision'),
  review('resumeHandling', () => because, [[() => ({}), 'badInput']]),
  review('keepSuspended', () => ({ reviewOn: inTenDays(), ...because }), [
    [() => ({ reviewOn: dayAfter(new Date(), -1), ...because }), 'reviewInThePast'],
    [() => ({ reviewOn: dayAfter(new Date(), 90), ...because }), 'reviewTooFar'],
  ]),
  {
    ...{ act: 'excuseTask', at: helped, may: [...HOUSING, ...COMMUNITY], input: () => because, on: 'assist' },
    not: [
      ['transport', 'notLead'],
      ['street', 'notLead'],
    ],
    ...{ early: ['clerk', 'notExcusable'], again: 'taskSettled' },
  },
  {
    ...{ act: 'urgeTask', at: atHandle, may: SUPERVISION, input: () => ({ words: 'w:0:0' }), on: 'handle' },
    not: [
      ['clerk', 'notSupervisor'],
      ['caller', 'notSupervisor'],
      ['strangeSupervisor', 'notSupervisor'],
    ],
    wrong: [[() => ({ words: '' }), 'badInput']],
  },
  {
    ...{
      act: 'comment',
      at: atHandle,
      may: [...HOUSING, ...COMMUNITY, ...SUPERVISION],
      early: ['housing', 'notInvolved'],
    },
    input: () => ({ words: 'w:0:0' }),
    not: [
      ['transport', 'notInvolved'],
      ['auditor', 'notInvolved'],
      ['otherReporter', 'notInvolved'],
    ],
  },
  {
    ...{ act: 'liftCard', at: carded, may: SUPERVISION, input: () => because, on: 'k1' },
    not: [
      ['clerk', 'notSupervisor'],
      ['caller', 'notSupervisor'],
      ['strangeSupervisor', 'notSupervisor'],
    ],
    ...{ early: ['supervisor', 'noSuchCard'], again: 'alreadyLifted' },
  },
  {
    ...{ act: 'cancelProcess', at: atHandle, may: SUPERVISION, input: () => because, again: 'processEnded' },
    not: [
      ['street', 'notSupervisor'],
      ['housing', 'notSupervisor'],
      ['strangeSupervisor', 'notSupervisor'],
    ],
    wrong: [[() => ({}), 'badInput']],
  },
  {
    ...{ act: 'reportUndelivered', at: (stage) => walk(stage, 'rate'), may: ['system'] },
    input: () => ({ matter: '01900000-0000-7000-8000-000000000000', what: 'result', channel: 'email' }),
    not: [
      ['supervisor', 'systemOnly'],
      ['reporter', 'systemOnly'],
    ],
  },
  {
    ...{ act: 'hear', at: atHandle, may: ['system'] },
    input: () => ({
      ...{ process: '01900000-0000-7000-8000-000000000001', what: 'ended' },
      facts: { ending: 'done' },
    }),
    wrong: [[() => ({ what: 'sung' }), 'badInput']],
    not: [
      ['supervisor', 'systemOnly'],
      ['reporter', 'systemOnly'],
    ],
  },
  {
    ...{ act: 'adoptNumbers', at: atHandle, may: SUPERVISION },
    input: ({ policy }) => ({ policy: snapshotOf(policy, 'six-step'), ...because }),
    wrong: [[() => ({ policy: {}, ...because }), 'badInput']],
    not: [
      ['clerk', 'notSupervisor'],
      ['strangeSupervisor', 'notSupervisor'],
      ['caller', 'notSupervisor'],
    ],
  },
];
