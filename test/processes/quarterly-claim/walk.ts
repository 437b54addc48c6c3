// The straight way through a quarter, for tests that want it to stand somewhere on it.
import type { Facts } from '../../../workflows/process/event.ts';
import { itemsOf, openItems, openTasks } from '../../../workflows/process/state.ts';
import type { State } from '../../../workflows/process/state.ts';
import { periodOf } from '../../../workflows/rules/period.ts';
import type { Stage } from '../../process/stage.ts';
import { COMMUNITY, SUBDISTRICT } from '../../prisma/small-town.ts';

export const DAY = 86_400_000;

/** Another community of the subdistrict, which `strangeClerk` serves. */
export const OTHER = `${SUBDISTRICT}/150602001002`;

/** A quarter that has a hundred days before it ends. */
export const period = () => periodOf(new Date(Date.now() + 100 * DAY), 'quarter', '+08:00');

export const because = { grounds: 'w:0:0' };
export const proof = ['01900000-0000-7000-8000-000000000007'];
export const done = { result: 'w:0:0', proof };

/** Where a quarter can stand, in the order of the straight way. */
const PLACES = ['collect', 'merge', 'claim', 'meeting', 'service', 'carryOut', 'report', 'closed'] as const;
export type Place = (typeof PLACES)[number];

/** Two members: housing for housing, transport for roads; the street and the other community are none. */
export const factsFor = ({ town }: Stage): Facts => ({
  period: period(),
  communities: [{ place: COMMUNITY }, { place: OTHER }],
  members: [
    { unit: town.unit('housing'), isStanding: true, powers: ['housing'] },
    { unit: town.unit('transport'), isStanding: false, powers: ['roads.hole', 'roads.lamp'] },
  ],
  carried: [],
  troubles: [],
});

export const open = (stage: Stage, more: Facts = {}): Promise<string> =>
  stage.openAny('quarterly-claim', SUBDISTRICT, { ...factsFor(stage), ...more });

/** The open task of a kind at a place, or of a unit. */
export function taskOf(state: State, kind: string, whose: string): string {
  const found = openTasks(state).find(
    ({ kind: of, performer }) => of === kind && (performer.place === whose || performer.unit === whose),
  );
  if (found === undefined) throw new Error(`no ${kind} of ${whose}`);
  return found.id;
}

export const need = (kind = 'housing.lift', words = 'w:0:1') => ({ kind, words });

/** The ids of the open items of a kind. */
export const ids = (state: State, kind: string): string[] => openItems(state, kind).map(({ id }) => id);

export const problemOf = (state: State, unit: string): string =>
  openItems(state, 'problem').find(({ facts }) => facts['unit'] === unit)?.id ?? 'none';

/** The process of a problem's task. */
export const taskFor = (state: State, item: string): string =>
  state.begun.find((begun) => begun.item === item)?.id ?? 'none';

export const meeting = (stage: Stage) => ({
  ...{ heldOn: '2026-01-05', agenda: 'w:0:2', minutes: 'w:0:3' },
  attendance: [stage.town.unit('housing')],
});

/** The claims of a unit are named and handed in, and its tasks begin. */
export async function listServices(stage: Stage, id: string, unit: 'housing' | 'transport'): Promise<void> {
  const who = stage.cast[unit];
  const state = await stage.state(id);
  const own = openItems(state, 'problem').filter(({ facts }) => facts['unit'] === who.unit);
  for (const { id: item } of own) await stage.does(id, 'nameResponsible', who, { person: who.person }, item);
  await stage.does(id, 'submitServiceList', who, {}, taskOf(state, 'serviceList', who.unit ?? ''));
}

/** A task of a unit is submitted and confirmed by those who asked, and its quarter hears of it. */
export async function finishTask(stage: Stage, id: string, unit: 'housing' | 'transport'): Promise<string> {
  const state = await stage.state(id);
  const task = taskFor(state, problemOf(state, stage.town.unit(unit)));
  await stage.relayed();
  await stage.does(task, 'submitDone', stage.cast[unit], done);
  const checker = (await stage.task(task, 'check')).performer.role === 'community' ? 'clerk' : 'street';
  await stage.does(task, 'confirmDone', stage.cast[checker]);
  await stage.relayed();
  return task;
}

type Leg = (stage: Stage, id: string) => Promise<unknown>;

const legs: Readonly<Record<Exclude<Place, 'closed'>, Leg>> = {
  /** Two alike of the community, one of the street; the other community has none. */
  collect: async ({ cast, does, state }, id) => {
    await does(id, 'addNeed', cast.clerk, need());
    await does(id, 'addNeed', cast.clerk, need('housing.lift', 'w:0:4'));
    await does(id, 'addNeed', cast.street, need('roads.hole', 'w:0:5'));
    await does(id, 'reportNoNeeds', cast.strangeClerk, {}, taskOf(await state(id), 'demandList', OTHER));
    await does(id, 'submitDemandList', cast.clerk, {}, taskOf(await state(id), 'demandList', COMMUNITY));
  },
  merge: async ({ cast, does, state }, id) => {
    const [one, two, three] = ids(await state(id), 'need');
    await does(id, 'mergeNeeds', cast.street, { needs: [one, two], ...need('housing.lift', 'w:0:6') });
    await does(id, 'listNeeds', cast.street, { needs: [three] });
    await does(id, 'publishProblems', cast.street);
  },
  claim: async (stage, id) => {
    const [first] = ids(await stage.state(id), 'problem');
    await stage.does(id, 'claimProblem', stage.cast.housing, {}, first);
    await stage.skip(id, 9 * DAY);
  },
  meeting: async (stage, id) => {
    const { cast, does, state, town } = stage;
    const [, second] = ids(await state(id), 'problem');
    await does(id, 'assignProblem', cast.street, { unit: town.unit('transport'), ...because }, second);
    await does(id, 'concludeMeeting', cast.street, meeting(stage));
  },
  service: async (stage, id) => {
    await listServices(stage, id, 'housing');
    await listServices(stage, id, 'transport');
  },
  carryOut: async (stage, id) => {
    await finishTask(stage, id, 'housing');
    await finishTask(stage, id, 'transport');
  },
  report: ({ cast, does }, id) => does(id, 'signReport', cast.street),
};

/** Carries a quarter on from one place to another. */
export async function carryOn(stage: Stage, id: string, from: Place, to: Place): Promise<string> {
  for (const place of PLACES.slice(PLACES.indexOf(from), PLACES.indexOf(to)))
    if (place !== 'closed') await legs[place](stage, id);
  return id;
}

/** Opens a quarter and carries it to a place on the straight way. */
export const walk = async (stage: Stage, to: Place, more: Facts = {}): Promise<string> =>
  carryOn(stage, await open(stage, more), 'collect', to);

/** How each need and problem stands: its ending, or `open`. */
export const standing = (state: State, kind: string): string[] =>
  itemsOf(state, kind).map(({ ending }) => ending ?? 'open');
