import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../../workflows/process/actor.ts';
import { whistle } from '../../../workflows/processes/whistle/definition.ts';
import { RuleViolation } from '../../../workflows/rules/violation.ts';
import type { Role } from '../../process/cast.ts';
import type { Stage } from '../../process/stage.ts';
import { COMMUNITY, ESTATE } from '../../prisma/small-town.ts';
import { playTable } from '../act-table.ts';
import type { Aim, Row } from '../act-table.ts';
import { idOf } from '../begun.ts';
import * as w from './walk.ts';

/** Whoever belongs to the unit that called, wherever their post is. */
const CALLERS = ['clerk', 'clerkB', 'communityHead', 'grid', 'strangeClerk'] as const;
const HOUSING = ['housing', 'housingHead'] as const;
const NO_GROUNDS = [() => ({ grounds: ' ' }), 'badInput'] as const;
const HALF_AN_HOUR = 31 * 60_000;

const notPerformer = (...who: Role[]) => who.map((one) => [one, 'notPerformer'] as const);
const notCaller = (...who: Role[]) => who.map((one) => [one, 'notCaller'] as const);

/** The task of a kind that the housing department is concerned by. */
async function task(stage: Stage, id: string, kind: string): Promise<Aim> {
  const state = await stage.state(id);
  const item = kind === 'approve' || kind === 'finish' ? undefined : w.itemFor(stage, state, 'housing');
  return { id, on: w.taskFor(state, kind, item) };
}

const called = async (stage: Stage): Promise<Aim> => ({ id: await w.blow(stage), on: 'i1' });
const askedFirst = async (stage: Stage) => task(stage, await w.blow(stage, 'street'), 'approve');
const asked = (kind: string) => async (stage: Stage) => task(stage, await w.blow(stage), kind);
const done =
  (kind: string) =>
  async (stage: Stage): Promise<Aim> =>
    task(stage, await w.finished(stage), kind);

async function come(stage: Stage): Promise<Aim> {
  const aim = await called(stage);
  await w.comes(stage, aim.id, 'housing');
  return aim;
}
async function allCome(stage: Stage): Promise<Aim> {
  const { id } = await come(stage);
  await w.comes(stage, id, 'transport');
  return task(stage, id, 'finish');
}
async function missed(stage: Stage): Promise<Aim> {
  const aim = await called(stage);
  await stage.skip(aim.id, HALF_AN_HOUR);
  return aim;
}

const arrivedAt = async (stage: Stage, { id, on = '' }: Aim, later = 0) => {
  const { items } = await stage.state(id);
  return { at: new Date(Date.parse(items[on]?.openedAt ?? '') + later).toISOString(), ...w.who };
};
const hoursFromNow = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

const again = 'taskSettled';

const rows: readonly Row[] = [
  {
    ...{ act: 'approveWhistle', at: askedFirst, may: ['street', 'streetHead'], again },
    not: notPerformer('clerk', 'housing', 'supervisor'),
  },
  {
    ...{ act: 'refuseWhistle', at: askedFirst, may: ['street', 'streetHead'], input: () => w.because },
    ...{ not: notPerformer('clerk', 'housing'), wrong: [NO_GROUNDS], again: 'processEnded' },
  },
  {
    ...{ act: 'answerWhistle', at: asked('answer'), may: HOUSING, input: () => w.who, again },
    ...{ not: notPerformer('transport', 'clerk'), wrong: [[() => ({}), 'badInput']] },
  },
  {
    ...{ act: 'reportArrival', at: asked('arrive'), may: HOUSING, input: () => w.who, again },
    not: notPerformer('transport', 'clerk', 'street'),
  },
  {
    ...{ act: 'leaveSite', at: done('onSite'), may: HOUSING, input: () => w.deed, again },
    ...{ not: notPerformer('transport', 'clerk'), wrong: [[() => ({ deed: '' }), 'badInput']] },
    early: [async (stage) => task(stage, (await come(stage)).id, 'onSite'), 'jointWorkOpen'],
  },
  {
    ...{ act: 'finishJointWork', at: allCome, may: CALLERS, input: () => w.result, again },
    ...{ not: notPerformer('housing', 'street'), wrong: [[() => ({ proof: [] }), 'badInput']] },
    early: [async (stage) => task(stage, (await come(stage)).id, 'finish'), 'unitsAwaited'],
  },
  {
    ...{ act: 'markDepartment', at: done('mark'), may: CALLERS, input: () => w.marked(4), again },
    not: notPerformer('housing', 'housingHead', 'street', 'supervisor'),
    wrong: [
      [() => w.marked(0), 'badInput'],
      [() => w.marked(6), 'badInput'],
      [() => ({ mark: 3 }), 'badInput'],
    ],
  },
  {
    ...{ act: 'withdrawWhistle', at: called, may: CALLERS, input: () => w.because, again: 'processEnded' },
    ...{ not: notCaller('housing', 'street', 'supervisor'), wrong: [NO_GROUNDS] },
    early: [come, 'unitsArrived'],
  },
  {
    ...{ act: 'recordArrival', at: called, may: CALLERS, input: (stage, aim) => arrivedAt(stage, aim) },
    not: notCaller('housing', 'housingHead', 'street'),
    wrong: [
      [() => ({ at: hoursFromNow(2), ...w.who }), 'arrivalLater'],
      [() => ({ at: hoursFromNow(-2), ...w.who }), 'arrivalEarlier'],
      [() => ({ at: 'just now', ...w.who }), 'badInput'],
    ],
    early: [async (stage) => ({ id: await w.finished(stage), on: 'i1' }), 'jointWorkFinished'],
  },
  {
    ...{ act: 'recordDeed', at: come, may: CALLERS, input: () => w.deed, early: [called, 'notArrived'] },
    ...{ not: notCaller('housing', 'street'), wrong: [[() => ({}), 'badInput']] },
  },
  {
    ...{ act: 'recordAbsence', at: missed, may: CALLERS, input: () => w.because, again: 'alreadyAbsent' },
    ...{ not: notCaller('housing', 'supervisor'), wrong: [NO_GROUNDS], early: [called, 'mayStillCome'] },
  },
  {
    ...{ act: 'excuseUnit', at: called, may: CALLERS, input: () => w.because, again: 'calledSettled' },
    ...{ not: notCaller('housing', 'street'), wrong: [NO_GROUNDS], early: [come, 'alreadyArrived'] },
  },
];

playTable(whistle, rows, async (stage) => {
  const id = await w.finished(stage);
  await w.markAll(stage, id);
  return id;
});

describe('the door', () => {
  const [door] = whistle.entrances ?? [];
  const threshold = { now: new Date(), time: undefined as never, numbers: {} };
  const [UNIT, OWN] = [idOf(1), idOf(2)];
  const someone = (role: string, more: Partial<Actor> = {}): Actor => ({
    ...{ person: idOf(3), role, unit: OWN, place: COMMUNITY, isHead: false, callBack: false },
    ...{ for: null, reporterOf: null, standsIn: false, ...more },
  });
  const call = { ground: 'joint', units: [UNIT], words: 'w:0:0', place: ESTATE };

  function said(actor: Actor, input: object = call): string {
    try {
      return door?.begin(actor, input, threshold).place ?? 'there is none';
    } catch (error) {
      return error instanceof RuleViolation ? error.code : 'badInput';
    }
  }

  it.each([
    ['gridWorker', ESTATE],
    ['community', ESTATE],
    ['subdistrict', ESTATE],
    ['department', 'mayNotWhistle'],
    ['supervisor', 'mayNotWhistle'],
    ['resident', 'mayNotWhistle'],
  ])('says to a %s: %s', (role, word) => {
    expect(said(someone(role))).toBe(word);
  });

  it('is closed to calls elsewhere, to oneself, or to nobody', () => {
    expect(said(someone('community', { place: `${COMMUNITY}0` }))).toBe('placeNotYours');
    expect(said(someone('community'), { ...call, units: [OWN] })).toBe('callsItself');
    expect(said(someone('community'), { ...call, units: [] })).toBe('badInput');
    expect(said(someone('community'), { ...call, units: [UNIT, UNIT] })).toBe('badInput');
    expect(said(someone('community', { unit: null }))).toBe('mayNotWhistle');
  });

  it('remembers who blew it', () => {
    expect(door?.begin(someone('gridWorker'), call, threshold).facts).toMatchObject({
      ...{ ground: 'joint', units: [UNIT], caller: OWN, callerRole: 'gridWorker', calledBy: idOf(3) },
    });
  });
});
