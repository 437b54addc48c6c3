import { Actor, leads } from '../../workflows/process/actor.ts';
import type { Performer } from '../../workflows/process/actor.ts';
import { assignTask } from '../../workflows/process/acts/handing.ts';
import type { Scene } from '../../workflows/process/definition.ts';
import { Task } from '../../workflows/process/state.ts';
import { RuleViolation } from '../../workflows/rules/violation.ts';

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [HOUSING, TRANSPORT] = [id(1), id(2)];
const [DISTRICT, COMMUNITY, ESTATE] = ['1', '1/2', '1/2/3'];

const someone = (n: number, role: string, unit: string | null, place: string, more: object = {}): Actor =>
  Actor.parse({ person: id(100 + n), role, unit, place, ...more });
const head = someone(1, 'department', HOUSING, DISTRICT, { isHead: true });
const clerk = someone(2, 'department', HOUSING, DISTRICT);
const other = someone(3, 'department', HOUSING, DISTRICT);
const communityHead = someone(4, 'community', id(3), COMMUNITY, { isHead: true });
const streetHead = someone(5, 'subdistrict', id(4), DISTRICT, { isHead: true });
const supervisionHead = someone(6, 'supervisor', id(5), DISTRICT, { isHead: true });
const callerHead = someone(7, 'supervisor', id(5), DISTRICT, { isHead: true, callBack: true });

describe('who leads those whom a task asks for', () => {
  it.each<[string, Performer, Actor, boolean]>([
    ['the head of the unit', { unit: HOUSING }, head, true],
    ['not a clerk of the unit', { unit: HOUSING }, clerk, false],
    ['not the head of another unit', { unit: TRANSPORT }, head, false],
    ['not even of the place that the unit lies in', { unit: HOUSING }, streetHead, false],
    [
      'the head of those who do such work at the place',
      { role: 'community', place: ESTATE },
      communityHead,
      true,
    ],
    ['not the head of a higher tier', { role: 'community', place: COMMUNITY }, streetHead, false],
    ['not the head of another place', { role: 'community', place: '1/9' }, communityHead, false],
    ['the community’s head for its grid workers', { role: 'gridWorker', place: ESTATE }, communityHead, true],
    ['the head of supervision for who calls back', { callBack: true, place: ESTATE }, supervisionHead, true],
    ['not who calls back for supervision', { role: 'supervisor', place: ESTATE }, callerHead, false],
    [
      'nobody whose unit is excluded',
      { callBack: true, place: ESTATE, notUnit: id(5) },
      supervisionHead,
      false,
    ],
    ['nobody who has asked for it himself', { unit: HOUSING, notPerson: head.person ?? '' }, head, false],
  ])('%s', (_who, performer, actor, isTrue) => {
    expect(leads(performer, actor)).toBe(isTrue);
  });
});

const scene = {} as Scene;

function handed(actor: Actor, to: Actor, performer: Performer, heldBy?: Actor): object | string {
  const task = Task.parse({
    ...{ id: 't1', kind: 'handle', step: 'handle', status: 'open', performer, openedAt: 'now' },
    heldBy: heldBy?.person ?? undefined,
  });
  try {
    const target = { task, colleague: [to] };
    return assignTask.decide(scene, actor, { person: to.person }, target)[0] ?? 'nothing';
  } catch (error) {
    if (error instanceof RuleViolation) return error.code;
    throw error;
  }
}

describe('a task is handed', () => {
  const ours: Performer = { unit: HOUSING };
  it.each<[string, Parameters<typeof handed>, object | string]>([
    ['by the head to a clerk', [head, clerk, ours], { to: clerk.person }],
    [
      'by the head from one clerk to another',
      [head, other, ours, clerk],
      { to: other.person, from: clerk.person },
    ],
    ['by the head to himself', [head, head, ours, clerk], { to: head.person, from: clerk.person }],
    ['by its holder to a colleague', [clerk, other, ours, clerk], { to: other.person, from: clerk.person }],
    ['by nobody else', [other, clerk, ours, clerk], 'notHeadOrHolder'],
    ['not by a clerk while nobody holds it', [clerk, other, ours], 'notHeadOrHolder'],
    ['not to who holds it already', [head, clerk, ours, clerk], 'alreadyHolds'],
    ['not to another unit', [head, streetHead, ours], 'colleagueMayNot'],
    ['not to whom it excludes', [head, clerk, { ...ours, notPerson: clerk.person ?? '' }], 'colleagueMayNot'],
    ['to a stand-in never', [head, { ...streetHead, standsIn: true }, ours], 'colleagueMayNot'],
    [
      'not when it asks for one person',
      [clerk, other, { person: clerk.person ?? '' }, clerk],
      'notAssignable',
    ],
    ['not when it asks for who reported it', [head, clerk, { reporterOf: id(9) }], 'notAssignable'],
  ])('%s', (_how, args, outcome) => {
    if (typeof outcome === 'string') expect(handed(...args)).toBe(outcome);
    else expect(handed(...args)).toMatchObject({ type: 'taskAssigned', ...outcome });
  });
});
