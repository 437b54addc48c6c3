import { quarterlyClaim } from '../../../workflows/processes/quarterly-claim/definition.ts';
import type { Role } from '../../process/cast.ts';
import type { Stage } from '../../process/stage.ts';
import { COMMUNITY, SUBDISTRICT } from '../../prisma/small-town.ts';
import { playTable } from '../act-table.ts';
import type { Aim, Row } from '../act-table.ts';
import { idOf } from '../begun.ts';
import * as w from './walk.ts';

const STREET = ['street', 'streetHead'] as const;
const CLERKS = ['clerk', 'clerkB', 'communityHead'] as const;
const HOUSING = ['housing', 'housingHead'] as const;
const TROUBLE = idOf(70);

const no = (code: string, ...who: Role[]) => who.map((one) => [one, code] as const);
const NO_GROUNDS = [() => ({ grounds: ' ' }), 'badInput'] as const;
const because = () => w.because;

const at =
  (place: w.Place) =>
  async (stage: Stage): Promise<Aim> => ({ id: await w.walk(stage, place) });

/** A quarter at a place, aimed at the n-th open item of a kind. */
const item =
  (kind: string, place: w.Place, n = 0) =>
  async (stage: Stage): Promise<Aim> => {
    const id = await w.walk(stage, place);
    return { id, on: w.ids(await stage.state(id), kind)[n] };
  };

/** A quarter at a place, aimed at a task of a place or of a unit. */
const task =
  (kind: string, place: w.Place, whose: (stage: Stage) => string) =>
  async (stage: Stage): Promise<Aim> => {
    const id = await w.walk(stage, place);
    return { id, on: w.taskOf(await stage.state(id), kind, whose(stage)) };
  };

/** The street's own open task of a kind. */
const street =
  (kind: string, from: (stage: Stage) => Promise<Aim>) =>
  async (stage: Stage): Promise<Aim> => {
    const { id } = await from(stage);
    return { id, on: w.taskOf(await stage.state(id), kind, SUBDISTRICT) };
  };

const housing = ({ town }: Stage) => town.unit('housing');

async function listed(stage: Stage): Promise<Aim> {
  const id = await w.open(stage);
  const { items } = await stage.does(id, 'addNeed', stage.cast.clerk, w.need());
  return { id, on: Object.keys(items).at(-1) };
}

async function overdue(stage: Stage): Promise<Aim> {
  const id = await w.open(stage);
  await stage.skip(id, 12 * w.DAY);
  return { id };
}

async function troubled(stage: Stage): Promise<Aim> {
  const trouble = {
    process: TROUBLE,
    place: COMMUNITY,
    kind: 'housing.lift',
    words: 'w:0:0',
    why: 'suspended',
  };
  return { id: await w.open(stage, { troubles: [trouble] }) };
}

/** The first problem is claimed. */
async function claimed(stage: Stage): Promise<Aim> {
  const aim = await item('problem', 'claim')(stage);
  await stage.does(aim.id, 'claimProblem', stage.cast.housing, {}, aim.on);
  return aim;
}

async function allSorted(stage: Stage): Promise<Aim> {
  const id = await w.walk(stage, 'merge');
  await stage.does(id, 'listNeeds', stage.cast.street, { needs: w.ids(await stage.state(id), 'need') });
  return { id };
}

async function problemMade(stage: Stage): Promise<Aim> {
  const { id } = await allSorted(stage);
  return { id, on: w.ids(await stage.state(id), 'problem')[0] };
}

async function allDecided(stage: Stage): Promise<Aim> {
  const { id, on } = await item('problem', 'meeting', 1)(stage);
  await stage.does(id, 'refuseProblem', stage.cast.street, w.because, on);
  return { id };
}

async function named(stage: Stage): Promise<Aim> {
  const { id, on } = await item('problem', 'service')(stage);
  await stage.does(id, 'nameResponsible', stage.cast.housing, { person: stage.cast.housing.person }, on);
  return { id, on: w.taskOf(await stage.state(id), 'serviceList', housing(stage)) };
}

const again = 'taskSettled';
const firstNeed = async ({ state }: Stage, { id }: Aim) => ({
  needs: w.ids(await state(id), 'need').slice(0, 1),
});
const listOf = (place: string) => task('demandList', 'collect', () => place);
const carried = { ...w.need(), place: COMMUNITY, from: { process: idOf(71), item: 'i3' }, times: 1 };
const seat = { standing: 'partTime', powers: ['housing.lift'] };

const rows: readonly Row[] = [
  {
    ...{
      act: 'addNeed',
      at: at('collect'),
      may: [...CLERKS, ...STREET, 'strangeClerk'],
      input: () => w.need(),
    },
    not: no('notCommunity', 'grid', 'housing', 'supervisor', 'stranger', 'system'),
    wrong: [
      [() => ({ kind: 'housing.lift' }), 'badInput'],
      [() => ({ ...w.need(), place: w.OTHER }), 'placeNotYours'],
    ],
    early: [at('merge'), 'otherStep'],
  },
  {
    ...{ act: 'takeTrouble', at: troubled, may: [...CLERKS, ...STREET, 'strangeClerk'] },
    ...{ input: () => ({ trouble: TROUBLE }), again: 'noSuchTrouble' },
    not: no('notCommunity', 'grid', 'housing', 'supervisor'),
    wrong: [[() => ({ trouble: idOf(72) }), 'noSuchTrouble']],
    early: [at('merge'), 'otherStep'],
  },
  {
    ...{ act: 'refuseNeed', at: listed, may: [...CLERKS, ...STREET], input: because, again: 'itemClosed' },
    not: [...no('placeNotYours', 'strangeClerk'), ...no('notCommunity', 'housing', 'supervisor')],
    ...{ wrong: [NO_GROUNDS], early: [item('member', 'collect'), 'noSuchItem'] },
  },
  {
    ...{ act: 'closeCollection', at: overdue, may: STREET, not: no('notSubdistrict', 'clerk', 'supervisor') },
    ...{ early: [at('collect'), 'collectionRuns'], again: 'otherStep' },
  },
  {
    ...{ act: 'mergeNeeds', at: at('merge'), may: STREET, not: no('notSubdistrict', 'clerk', 'housing') },
    input: async (stage, aim) => ({ ...(await firstNeed(stage, aim)), ...w.need() }),
    wrong: [
      [() => ({ needs: [], ...w.need() }), 'badInput'],
      [() => ({ needs: ['i99'], ...w.need() }), 'notUnsorted'],
    ],
    early: [at('collect'), 'otherStep'],
  },
  {
    ...{ act: 'listNeeds', at: at('merge'), may: STREET, not: no('notSubdistrict', 'clerk', 'housing') },
    ...{ input: firstNeed, wrong: [[() => ({ needs: ['i1'] }), 'notUnsorted']] },
    early: [at('collect'), 'otherStep'],
  },
  {
    ...{
      act: 'dissolveProblem',
      at: problemMade,
      may: STREET,
      not: no('notSubdistrict', 'clerk', 'housing'),
    },
    ...{ early: [item('problem', 'claim'), 'otherStep'], again: 'itemClosed' },
  },
  {
    ...{ act: 'claimProblem', at: item('problem', 'claim'), may: HOUSING, again: 'claimedByYou' },
    not: [
      ...no('outsidePowers', 'transport'),
      ...no('notMember', 'clerk', 'street', 'supervisor', 'visitor'),
    ],
    early: [problemMade, 'otherStep'],
  },
  {
    ...{ act: 'giveBackClaim', at: claimed, may: HOUSING, again: 'notYourClaim' },
    not: [...no('notYourClaim', 'transport'), ...no('notMember', 'street')],
    early: [item('problem', 'meeting'), 'otherStep'],
  },
  {
    ...{ act: 'assignProblem', at: item('problem', 'meeting', 1), may: STREET },
    input: ({ town }) => ({ unit: town.unit('transport'), ...w.because }),
    not: no('notSubdistrict', 'clerk', 'transport', 'supervisor'),
    wrong: [[({ town }) => ({ unit: town.unit('gov'), ...w.because }), 'noMember']],
    early: [item('problem', 'claim'), 'otherStep'],
  },
  ...(['deferProblem', 'refuseProblem'] as const).map((act): Row => ({
    ...{ act, at: item('problem', 'meeting', 1), may: STREET, input: because, again: 'itemClosed' },
    not: no('notSubdistrict', 'clerk', 'transport', 'supervisor'),
    ...{ wrong: [NO_GROUNDS], early: [item('problem', 'meeting'), 'claimedByAnother'] },
  })),
  {
    ...{ act: 'nameResponsible', at: item('problem', 'service'), may: HOUSING },
    input: ({ cast }) => ({ person: cast.housing.person }),
    not: no('notPerformer', 'transport', 'street', 'clerk'),
    wrong: [
      [({ cast }) => ({ person: cast.housing.person, dueOn: '2020-01-01' }), 'dayPast'],
      [({ cast }) => ({ person: cast.housing.person, dueOn: '2099-01-01' }), 'afterQuarter'],
    ],
    early: [item('problem', 'claim'), 'otherStep'],
  },
  {
    ...{
      act: 'admitMember',
      at: at('collect'),
      may: STREET,
      not: no('notSubdistrict', 'clerk', 'supervisor'),
    },
    input: ({ town }) => ({ unit: town.unit('gov'), ...seat }),
    ...{ wrong: [[(stage) => ({ unit: housing(stage), ...seat }), 'memberAlready']], again: 'memberAlready' },
  },
  {
    ...{ act: 'changeMember', at: item('member', 'collect'), may: STREET, input: () => seat },
    ...{ not: no('notSubdistrict', 'clerk', 'housing'), wrong: [[() => ({ powers: [] }), 'badInput']] },
  },
  {
    ...{ act: 'awayOfMember', at: item('member', 'collect'), may: STREET, early: [listed, 'noSuchItem'] },
    input: () => ({ from: '2026-10-01', until: '2026-10-07' }),
    not: no('notSubdistrict', 'clerk', 'housing'),
    wrong: [[() => ({ from: '2026-10-08', until: '2026-10-07' }), 'endsBeforeItBegins']],
  },
  {
    ...{
      act: 'expectCarried',
      at: at('carryOut'),
      may: ['system'],
      not: no('systemOnly', 'street', 'supervisor'),
    },
    ...{ input: () => ({ process: idOf(73), items: ['i3'] }), wrong: [[() => ({ items: [] }), 'badInput']] },
  },
  {
    ...{ act: 'carryIn', at: at('collect'), may: ['system'], not: no('systemOnly', 'street', 'clerk') },
    ...{ input: () => carried, wrong: [[() => ({ place: COMMUNITY }), 'badInput']] },
  },
  {
    ...{ act: 'submitDemandList', again, may: CLERKS, not: no('notPerformer', 'strangeClerk', 'street') },
    async at(stage) {
      const { id } = await listed(stage);
      return { id, on: w.taskOf(await stage.state(id), 'demandList', COMMUNITY) };
    },
    early: [listOf(COMMUNITY), 'noNeedsListed'],
  },
  {
    ...{ act: 'reportNoNeeds', at: listOf(w.OTHER), again, may: ['strangeClerk'] },
    not: no('notPerformer', 'clerk', 'street'),
  },
  {
    ...{
      act: 'publishProblems',
      at: street('problemList', allSorted),
      again,
      may: STREET,
      not: no('notPerformer', 'clerk', 'housing'),
    },
    early: [at('merge'), 'needsUnsorted'],
  },
  {
    ...{ act: 'confirmClaims', again, may: HOUSING, not: no('notPerformer', 'transport', 'street') },
    async at(stage) {
      const { id } = await claimed(stage);
      return { id, on: w.taskOf(await stage.state(id), 'claim', housing(stage)) };
    },
    early: [task('claim', 'claim', housing), 'tooFewClaims'],
  },
  {
    ...{
      act: 'concludeMeeting',
      at: street('holdMeeting', allDecided),
      again,
      may: STREET,
      input: w.meeting,
    },
    ...{ not: no('notPerformer', 'clerk', 'housing'), wrong: [[() => ({ agenda: 'w:0:0' }), 'badInput']] },
    early: [at('meeting'), 'problemsUndecided'],
  },
  {
    ...{
      act: 'submitServiceList',
      at: named,
      again,
      may: HOUSING,
      not: no('notPerformer', 'transport', 'street'),
    },
    early: [task('serviceList', 'service', housing), 'problemsUnnamed'],
  },
  {
    ...{ act: 'carryOverRest', at: street('carryOut', at('carryOut')), again, may: STREET, input: because },
    ...{ not: no('notPerformer', 'clerk', 'housing'), wrong: [NO_GROUNDS] },
  },
  {
    act: 'signReport',
    at: street('report', at('report')),
    again: 'processEnded',
    may: STREET,
    not: no('notPerformer', 'clerk'),
  },
];

playTable(quarterlyClaim, rows, (stage) => w.walk(stage, 'closed'));
