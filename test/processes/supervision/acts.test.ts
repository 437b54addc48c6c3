import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../../workflows/process/actor.ts';
import { supervision } from '../../../workflows/processes/supervision/definition.ts';
import { RuleViolation } from '../../../workflows/rules/violation.ts';
import { DISTRICT, ESTATE } from '../../prisma/small-town.ts';
import type { Role } from '../../process/cast.ts';
import type { Stage } from '../../process/stage.ts';
import { dayAfter } from '../../process/walk.ts';
import { playTable } from '../act-table.ts';
import type { Aim, Row } from '../act-table.ts';
import { idOf } from '../begun.ts';
import * as w from './walk.ts';

const OFFICE = ['supervisor', 'supervisorHead'] as const;
const HOUSING = ['housing', 'housingHead'] as const;
const NO_GROUNDS = [() => ({ grounds: ' ' }), 'badInput'] as const;
const notPerformer = (...who: Role[]) => who.map((one) => [one, 'notPerformer'] as const);
const notSupervisor = (...who: Role[]) => who.map((one) => [one, 'notSupervisor'] as const);

/** Aimed at the last task of a kind. */
const task =
  (kind: string, from: (stage: Stage) => Promise<string>) =>
  async (stage: Stage): Promise<Aim> => {
    const id = await from(stage);
    return { id, on: (await stage.task(id, kind)).id };
  };
const at = (place: w.Place) => (stage: Stage) => w.walk(stage, place);
const major = (stage: Stage) => w.walk(stage, 'settle', 'major');
const unassigned = async (stage: Stage): Promise<Aim> => ({ id: await w.open(stage, { unit: null }) });
const written = async (stage: Stage): Promise<Aim> => ({ id: await w.written(stage), on: 'i1' });
async function lifted(stage: Stage): Promise<Aim> {
  const aim = await written(stage);
  await stage.does(aim.id, 'liftLetter', stage.cast.supervisorHead, w.because, 'i1');
  return aim;
}
const plan = (days: number) => ({ until: dayAfter(new Date(), days), plan: 'w:0:7' });

const again = 'taskSettled';

const rows: readonly Row[] = [
  {
    ...{ act: 'assignItem', at: task('assign', at('assign')), may: OFFICE, input: () => w.assignment() },
    not: notPerformer('housing', 'caller', 'strangeSupervisor', 'deputy'),
    wrong: [[() => ({ ...w.assignment(), class: 'small' }), 'badInput']],
    ...{ early: [task('assign', (stage) => w.open(stage, { unit: null })), 'noUnitNamed'], again },
  },
  {
    ...{ act: 'reportProgress', at: task('report', at('settle')), may: HOUSING, input: () => w.progress },
    ...{ not: notPerformer('transport', 'supervisor'), wrong: [[() => ({}), 'badInput']], again },
  },
  {
    ...{ act: 'submitSettlement', at: task('settle', at('settle')), may: HOUSING, input: () => w.result },
    ...{ not: notPerformer('transport', 'supervisor'), wrong: [[() => ({}), 'badInput']], again },
  },
  {
    ...{ act: 'filePlan', at: task('settle', major), may: HOUSING, input: () => plan(60), again },
    not: notPerformer('transport', 'supervisor'),
    wrong: [
      [() => plan(0), 'planInThePast'],
      [() => plan(-9), 'planInThePast'],
      [() => ({ until: 'soon', plan: 'w:0:7' }), 'badInput'],
    ],
    early: [task('settle', at('settle')), 'notMajor'],
  },
  {
    ...{ act: 'strikeOff', at: task('check', at('check')), may: OFFICE, again: 'processEnded' },
    not: notPerformer('housing', 'housingHead', 'caller', 'strangeSupervisor'),
    early: [task('check', (stage) => w.written(stage, 'check')), 'letterOut'],
  },
  {
    ...{ act: 'rejectSettlement', at: task('check', at('check')), may: OFFICE, input: () => w.because },
    ...{ not: notPerformer('housing', 'clerk'), wrong: [NO_GROUNDS], again },
  },
  {
    ...{ act: 'replyLetter', at: task('reply', w.written), may: HOUSING, input: () => w.reply, again },
    ...{ not: notPerformer('transport', 'supervisor'), wrong: [[() => ({}), 'badInput']] },
  },
  {
    ...{ act: 'acceptReply', at: task('judge', w.answered), may: OFFICE, again },
    not: notPerformer('housing', 'caller'),
  },
  {
    ...{ act: 'rejectReply', at: task('judge', w.answered), may: OFFICE, input: () => w.because, again },
    ...{ not: notPerformer('housing', 'caller'), wrong: [NO_GROUNDS] },
  },
  {
    ...{ act: 'holdTalk', at: task('talk', w.summons), may: OFFICE, input: () => w.minutes },
    ...{ not: notPerformer('housing', 'housingHead'), again: 'processEnded' },
    wrong: [[() => ({ ...w.minutes, attendance: 'nobody' }), 'badInput']],
  },
  {
    ...{ act: 'recordNoShow', at: task('talk', w.summons), may: OFFICE, input: () => w.because, again },
    ...{ not: notPerformer('housing', 'deputy'), wrong: [NO_GROUNDS] },
  },
  {
    ...{ act: 'issueLetter', may: OFFICE, input: () => w.letter, again: 'letterOut' },
    at: async (stage) => ({ id: await w.walk(stage, 'settle') }),
    not: notSupervisor('housing', 'caller', 'deputy', 'strangeSupervisor'),
    wrong: [[() => ({ ...w.letter, ground: 'mood' }), 'badInput']],
    early: [unassigned, 'noUnitYet'],
  },
  {
    ...{ act: 'deliverLetter', at: written, may: [...OFFICE, 'system'], input: () => ({ by: 'paper' }) },
    ...{ not: notSupervisor('housing', 'caller'), wrong: [[() => ({ by: 'pigeon' }), 'badInput']] },
    ...{ early: [lifted, 'letterSettled'], again: 'alreadyDelivered' },
  },
  {
    ...{
      act: 'liftLetter',
      at: written,
      may: ['supervisorHead'],
      input: () => w.because,
      wrong: [NO_GROUNDS],
    },
    not: [['supervisor', 'ownLetter'], ...notSupervisor('housing', 'caller')],
    early: [async (stage) => ({ id: await w.walk(stage, 'settle'), on: 'i1' }), 'noSuchLetter'],
    again: 'letterSettled',
  },
];

playTable(supervision, rows, async (stage) => {
  const id = await w.walk(stage, 'check');
  await w.strikeOff(stage, id);
  return id;
});

describe('the unit that is supervised', () => {
  it('does nothing of the office’s, even if it is the office itself', () => {
    const [act] = supervision.acts;
    const place = ESTATE;
    const facts = { source: 'hand', unit: idOf(2) };
    const scene = { state: { place, facts } } as unknown as Parameters<NonNullable<typeof act>['may']>[0];
    const own = someone('supervisor', { unit: idOf(2) });
    expect(() => act?.may(scene, own, {})).toThrow('ownUnit');
  });
});

const someone = (role: string, more: Partial<Actor> = {}): Actor => ({
  ...{ person: idOf(3), role, unit: null, place: DISTRICT, isHead: false, callBack: false },
  ...{ for: null, reporterOf: null, standsIn: false, ...more },
});

describe('the doors', () => {
  const threshold = { now: new Date(), time: undefined as never, numbers: {} };
  const order = { words: 'w:0:0', place: ESTATE };

  function said(name: string, actor: Actor): string {
    const door = supervision.entrances?.find((one) => one.name === name);
    try {
      return door?.begin(actor, order, threshold).place ?? 'there is none';
    } catch (error) {
      return error instanceof RuleViolation ? error.code : 'badInput';
    }
  }

  it.each([
    ['orderSupervision', 'deputy', {}, ESTATE],
    ['orderSupervision', 'supervisor', { isHead: true }, ESTATE],
    ['orderSupervision', 'supervisor', {}, 'notLeader'],
    ['orderSupervision', 'department', { isHead: true }, 'notLeader'],
    ['openSupervision', 'supervisor', {}, ESTATE],
    ['openSupervision', 'supervisor', { callBack: true }, 'notSupervisor'],
    ['openSupervision', 'deputy', {}, 'notSupervisor'],
    ['openSupervision', 'supervisor', { place: '150603' }, 'placeNotYours'],
  ])('%s says to a %s %j: %s', (door, role, more, word) => {
    expect(said(door, someone(role, more))).toBe(word);
  });
});
