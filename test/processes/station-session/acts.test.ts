import { stationSession } from '../../../workflows/processes/station-session/definition.ts';
import type { Role } from '../../process/cast.ts';
import type { Stage } from '../../process/stage.ts';
import { playTable } from '../act-table.ts';
import type { Aim, Row } from '../act-table.ts';
import * as w from './walk.ts';

const STATION = ['clerk', 'clerkB', 'communityHead'] as const;
const SUPERVISION = ['supervisor', 'supervisorHead'] as const;
const NO_GROUNDS = [() => ({ grounds: ' ' }), 'badInput'] as const;
const notStation = (...who: Role[]) => who.map((one) => [one, 'notStation'] as const);
const notPerformer = (...who: Role[]) => who.map((one) => [one, 'notPerformer'] as const);

const at =
  (place: w.Place, voices?: readonly w.Voice[]) =>
  async (stage: Stage): Promise<Aim> => ({ id: await w.walk(stage, place, voices) });

/** A session in a step, aimed at the open task of a kind. */
const task =
  (kind: string, from: (stage: Stage) => Promise<Aim>) =>
  async (stage: Stage): Promise<Aim> => {
    const { id } = await from(stage);
    return { id, on: w.taskFor(await stage.state(id), kind) };
  };

async function booked(stage: Stage): Promise<Aim> {
  const id = await w.walk(stage, 'announce');
  const { items } = await stage.does(id, 'bookVisit', stage.cast.stranger, w.booking);
  return { id, on: Object.keys(items)[0] };
}

async function heard(stage: Stage): Promise<Aim> {
  const aim = await booked(stage);
  await stage.does(aim.id, 'beginReception', stage.cast.clerk);
  return aim;
}

/** Two things have been said, and are collated. */
async function collating(stage: Stage): Promise<Aim> {
  const id = await w.walk(stage, 'register');
  await stage.does(id, 'registerItem', stage.cast.clerk, w.said);
  await stage.does(id, 'registerItem', stage.cast.clerk, w.said);
  await stage.does(id, 'concludeSession', stage.cast.clerk);
  return { id, on: 'i1' };
}

async function allClassified(stage: Stage): Promise<Aim> {
  const { id } = await collating(stage);
  for (const item of ['i1', 'i2'])
    await stage.does(id, 'classifyItem', stage.cast.clerk, w.graded('spot'), item);
  return { id };
}

const settling = task('settle', at('handle', [{ contact: 'w:0:1' }]));
async function settled(stage: Stage): Promise<Aim> {
  const aim = await settling(stage);
  await stage.does(aim.id, 'submitSettlement', stage.cast.clerk, w.settled, aim.on);
  return aim;
}
async function fedBack(stage: Stage): Promise<Aim> {
  const { id } = await settled(stage);
  await stage.does(id, 'confirmTold', stage.cast.clerk, w.told);
  return { id };
}

/** Who booked with an account, and came, rates. */
async function rating(stage: Stage): Promise<Aim> {
  const { id, on } = await heard(stage);
  await stage.does(id, 'hearBooking', stage.cast.clerk, { kind: 'housing.lift' }, on);
  await stage.does(id, 'concludeSession', stage.cast.clerk);
  await w.carryOn(stage, id, 'collate', 'handle');
  await stage.does(id, 'submitSettlement', stage.cast.clerk, w.settled);
  await stage.does(id, 'confirmTold', stage.cast.clerk, w.told);
  return { id };
}

/** The city has refused it as common. */
async function refusedAsCommon(stage: Stage): Promise<Aim> {
  const id = await w.walk(stage, 'handle', [{ grade: 'common' }]);
  const process = w.itemIn(await stage.state(id), 'i1').said.course?.process;
  const input = { process, item: 'i1', what: 'ended', facts: { ending: 'refused' } };
  await stage.does(id, 'hear', stage.cast.system, input);
  return { id };
}

async function confirmed(stage: Stage): Promise<Aim> {
  const id = await w.walk(stage, 'announce');
  await stage.does(id, 'confirmAttendance', stage.cast.deputy);
  await stage.does(id, 'beginReception', stage.cast.clerk);
  return { id, on: w.taskFor(await stage.state(id), 'receive') };
}

const again = 'taskSettled';
const other = (stage: Stage) => ({ receiver: stage.cast.street.person, ...w.because });

const rows: readonly Row[] = [
  {
    ...{
      act: 'publishPlan',
      at: task('plan', at('plan')),
      may: STATION,
      input: (stage) => w.planned(stage),
      again,
    },
    not: notPerformer('street', 'deputy', 'strangeClerk', 'visitor'),
    wrong: [
      [(stage) => w.planned(stage, -1), 'visitInThePast'],
      [() => ({ startsAt: w.inDays(3) }), 'noReceiver'],
      [() => ({ startsAt: 'tomorrow' }), 'badInput'],
    ],
  },
  {
    ...{ act: 'beginReception', at: task('gather', at('announce')), may: STATION, again },
    not: notPerformer('deputy', 'street', 'visitor'),
  },
  {
    ...{ act: 'confirmAttendance', at: task('attend', at('announce')), may: ['deputy'], again },
    not: notPerformer('clerk', 'street', 'supervisor'),
  },
  {
    ...{ act: 'signIn', at: confirmed, may: ['deputy'], again, not: notPerformer('clerk', 'street') },
    early: [
      async (stage) => {
        const id = await w.walk(stage, 'announce');
        await stage.does(id, 'confirmAttendance', stage.cast.deputy);
        return { id, on: w.taskFor(await stage.state(id), 'receive') };
      },
      'visitNotBegun',
    ],
  },
  {
    ...{ act: 'substituteReceiver', at: at('announce'), may: [...STATION, 'deputy'], input: other },
    not: notStation('street', 'visitor', 'supervisor'),
    wrong: [
      [(stage) => ({ receiver: stage.cast.deputy.person, ...w.because }), 'sameReceiver'],
      [(stage) => ({ receiver: stage.cast.street.person }), 'badInput'],
    ],
    ...{ early: [at('plan'), 'otherStep'], again: 'sameReceiver' },
  },
  {
    ...{ act: 'rescheduleVisit', at: at('announce'), may: STATION },
    input: () => ({ startsAt: w.inDays(9), ...w.because }),
    not: notStation('deputy', 'street', 'visitor'),
    wrong: [[() => ({ startsAt: w.inDays(-1), ...w.because }), 'visitInThePast']],
    early: [at('plan'), 'otherStep'],
  },
  {
    ...{
      act: 'cancelVisit',
      at: at('announce'),
      may: STATION,
      input: () => w.because,
      again: 'processEnded',
    },
    ...{ not: notStation('deputy', 'street', 'visitor'), wrong: [NO_GROUNDS] },
    early: [
      async (stage) => {
        const id = await w.walk(stage, 'register');
        await stage.does(id, 'registerItem', stage.cast.clerk, w.said);
        return { id };
      },
      'alreadySaid',
    ],
  },
  {
    ...{ act: 'bookVisit', at: at('announce'), may: ['stranger', 'visitor'], input: () => w.booking },
    not: [
      ['clerk', 'residentsOnly'],
      ['deputy', 'residentsOnly'],
    ],
    wrong: [[() => ({ words: 'w:0:0' }), 'badInput']],
    early: [at('plan'), 'otherStep'],
  },
  {
    ...{ act: 'withdrawBooking', at: booked, may: ['stranger', ...STATION], again: 'itemClosed' },
    not: [
      ['visitor', 'notYourBooking'],
      ['deputy', 'notYourBooking'],
      ['street', 'notYourBooking'],
    ],
    early: [heard, 'otherStep'],
  },
  {
    ...{ act: 'registerItem', at: at('register'), may: [...STATION, 'deputy'], input: () => w.said },
    not: notStation('street', 'stranger', 'visitor', 'housing'),
    wrong: [[() => ({ words: 'w:0:0' }), 'badInput']],
    early: [at('announce'), 'otherStep'],
  },
  {
    ...{
      act: 'hearBooking',
      at: heard,
      may: [...STATION, 'deputy'],
      input: () => ({ kind: 'housing.lift' }),
    },
    ...{ not: notStation('street', 'stranger'), wrong: [[() => ({}), 'badInput']] },
    ...{ early: [booked, 'otherStep'], again: 'itemClosed' },
  },
  {
    ...{
      act: 'concludeSession',
      at: task('holdSession', at('register')),
      may: STATION,
      again: 'processEnded',
    },
    not: notPerformer('deputy', 'street', 'visitor'),
  },
  {
    ...{ act: 'mergeItem', at: collating, may: STATION, input: () => ({ into: 'i2' }), again: 'itemClosed' },
    not: notStation('deputy', 'street'),
    wrong: [
      [() => ({ into: 'i1' }), 'mergedIntoItself'],
      [() => ({ into: 'i9' }), 'noSuchItem'],
    ],
    early: [async (stage) => ({ ...(await heard(stage)) }), 'otherStep'],
  },
  {
    ...{
      act: 'splitItem',
      at: collating,
      may: STATION,
      again: 'itemClosed',
      not: notStation('deputy', 'street'),
    },
    ...{
      input: () => ({ first: 'w:0:3', second: 'w:0:4' }),
      wrong: [[() => ({ first: 'w:0:3' }), 'badInput']],
    },
    early: [async (stage) => ({ id: await w.walk(stage, 'handle'), on: 'i1' }), 'otherStep'],
  },
  {
    ...{ act: 'classifyItem', at: collating, may: STATION, input: () => w.graded('spot') },
    ...{ not: notStation('deputy', 'street'), wrong: [[() => ({ grade: 'hard' }), 'badInput']] },
    early: [async (stage) => ({ id: await w.walk(stage, 'handle'), on: 'i1' }), 'alreadyGraded'],
  },
  {
    ...{ act: 'superviseItem', at: collating, may: SUPERVISION, input: () => ({ words: 'w:0:4' }) },
    not: [
      ['deputy', 'notSupervisor'],
      ['clerk', 'notSupervisor'],
    ],
    wrong: [[() => ({ words: ' ' }), 'badInput']],
  },
  {
    ...{ act: 'concludeCollation', at: task('collate', allClassified), may: STATION, again },
    not: notPerformer('deputy', 'street'),
    early: [task('collate', collating), 'itemsUnclassified'],
  },
  {
    ...{ act: 'submitSettlement', at: settling, may: STATION, input: () => w.settled, again },
    ...{ not: notPerformer('deputy', 'housing'), wrong: [[() => ({ proof: [] }), 'badInput']] },
  },
  {
    ...{ act: 'regradeItem', at: task('regrade', refusedAsCommon), may: STATION, again },
    ...{ input: () => w.graded('spot'), not: notPerformer('deputy', 'street') },
    wrong: [[() => ({}), 'badInput']],
  },
  {
    ...{ act: 'confirmTold', at: task('tell', settled), may: STATION, input: () => w.told, again },
    ...{ not: notPerformer('deputy', 'caller'), wrong: [[() => ({ by: 'pigeon' }), 'badInput']] },
  },
  {
    ...{ act: 'reportUnreachable', at: task('tell', settled), may: STATION, input: () => w.because, again },
    ...{ not: notPerformer('deputy', 'caller'), wrong: [NO_GROUNDS] },
  },
  {
    ...{ act: 'acknowledgeResult', at: task('learn', settled), may: ['deputy'], again },
    not: notPerformer('clerk', 'supervisor'),
  },
  {
    ...{ act: 'rateResult', at: task('rate', rating), may: ['stranger'], input: () => w.satisfied, again },
    ...{ not: notPerformer('visitor', 'clerk', 'caller'), wrong: [[() => ({ solved: 'yes' }), 'badInput']] },
  },
  {
    ...{
      act: 'recordCallBack',
      at: task('callBack', fedBack),
      may: ['caller'],
      input: () => w.satisfied,
      again,
    },
    ...{ not: notPerformer('clerk', 'supervisor', 'deputy'), wrong: [[() => ({}), 'badInput']] },
  },
  {
    ...{
      act: 'reportNoAnswer',
      at: task('callBack', fedBack),
      may: ['caller'],
      input: () => w.because,
      again,
    },
    ...{ not: notPerformer('clerk', 'supervisor'), wrong: [NO_GROUNDS] },
  },
  {
    ...{
      act: 'scoreSession',
      at: task('judge', fedBack),
      may: ['deputy'],
      input: () => ({ points: 90 }),
      again,
    },
    ...{ not: notPerformer('clerk', 'supervisor'), wrong: [[() => ({ points: 101 }), 'badInput']] },
  },
];

playTable(stationSession, rows, async (stage) => {
  const id = await w.walk(stage, 'announce');
  await stage.does(id, 'cancelVisit', stage.cast.clerk, w.because);
  return id;
});
