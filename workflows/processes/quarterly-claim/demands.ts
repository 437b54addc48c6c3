// Steps 1 and 2: what people need is listed, carried over from the quarter before, and sorted into problems; how each ends.
import { covers, isAskedFor } from '../../process/actor.ts';
import type { Actor } from '../../process/actor.ts';
import type { Act, Scene } from '../../process/definition.ts';
import { act } from '../../process/definition.ts';
import { factsOf } from '../../process/event.ts';
import type { Event, Facts } from '../../process/event.ts';
import { nothing, t } from '../../process/field.ts';
import { added, mustBeOpen, mustStandAt, openItem } from '../../process/items.ts';
import { numbersIn } from '../../process/numbers.ts';
import { itemsOf, openItems, openTasks } from '../../process/state.ts';
import type { Item, State } from '../../process/state.ts';
import { BadInput, NotNow, NotYours } from '../../rules/violation.ts';
import * as form from './contract.ts';
import type { CarriedIn, Problem, QuarterFacts } from './contract.ts';

const { factsIn, mustBeSubdistrict, needIn, problemIn, subdistrict } = form;

export const quarterNumbers = (scene: Scene): form.QuarterNumbers => numbersIn(scene, form.QuarterNumbers);

/** The needs that stand in an open problem. Read without looking at the rest, because it is asked for every need. */
function sorted(state: State): ReadonlySet<string> {
  const ids = openItems(state, 'problem').flatMap(({ facts: { needs } }) =>
    Array.isArray(needs) ? needs : [],
  );
  return new Set(ids.flatMap((id) => (typeof id === 'string' ? [id] : [])));
}

/** Needs that are in no problem yet. */
export function unsorted(state: State): Item[] {
  const taken = sorted(state);
  return openItems(state, 'need').filter(({ id }) => !taken.has(id));
}

/** The open needs of a problem. Throws BadInput where one of these is in another problem, or no need at all. */
export function unsortedOnly(state: State, ids: readonly string[]): Item[] {
  const left = new Map(unsorted(state).map((item) => [item.id, item]));
  return ids.map((id) => {
    const item = left.get(id);
    if (item === undefined) throw new BadInput('notUnsorted');
    return item;
  });
}

/** What a problem is made from: it lies where its needs lie, and is as old as the oldest of them. */
export function problemFrom(
  state: State,
  items: readonly Item[],
  said: Pick<Problem, 'words' | 'kind' | 'livelihood'>,
): Facts {
  const needs = items.map(needIn);
  const [first, ...others] = new Set(needs.map(({ place }) => place));
  const place = first === undefined || others.length > 0 ? state.place : first;
  const { words, kind, livelihood } = said;
  const times = Math.max(0, ...needs.map((need) => need.times));
  return factsOf({ words, kind, livelihood, place, times, needs: items.map(({ id }) => id) });
}

/** A need that carries over, as the next quarter takes it in. */
export const carriedFrom = (state: State, item: Item): Facts => {
  const { place, words, kind, times } = needIn(item);
  return { place, words, kind, times, from: { process: state.id, item: item.id } };
};

/** Needs of the quarter before, as this one takes them in: each once, marked with how often it has come over. */
export function carriedNeeds(state: State, all: readonly CarriedIn[]): Event[] {
  const known = new Set(itemsOf(state, 'need').map((item) => needIn(item).from?.item));
  const fresh = all.filter(({ from }) => !known.has(from.item));
  return added(
    state,
    'need',
    ...fresh.map(({ place, words, kind, from, times }) => ({
      ...{ place, words, kind, from, origin: 'carried' },
      times: times + 1,
    })),
  );
}

/** The next quarter, where it waits for these needs, is told which of them come over. */
export function carriedSaid(state: State, items: readonly Item[], next = factsIn(state).next): Event[] {
  return items
    .filter(({ id }) => next?.items.includes(id))
    .map((item) => ({
      type: 'messageSent',
      to: next?.process ?? '',
      act: 'carryIn',
      input: carriedFrom(state, item),
    }));
}

export type ProblemEnding = 'done' | 'carriedOver' | 'refused';

/** A problem ends, and with it every need that it was made from: once, in the same way. */
export function problemEnded(state: State, problem: Item, ending: ProblemEnding, words?: string): Event[] {
  const needs = problemIn(problem).needs.flatMap((id) => state.items[id] ?? []);
  const open = needs.filter(({ closedAt }) => closedAt === undefined);
  return [
    { type: 'itemClosed', item: problem.id, ending, words },
    ...open.map(({ id }): Event => ({ type: 'itemClosed', item: id, ending, words })),
    ...(ending === 'carriedOver' ? carriedSaid(state, open) : []),
  ];
}

/** Proposed matters that have not been taken up as a need. */
export function untaken(state: State): QuarterFacts['troubles'] {
  const taken = new Set(itemsOf(state, 'need').map((item) => needIn(item).from?.process));
  return factsIn(state).troubles.filter(({ process }) => !taken.has(process));
}

/** A community speaks until it has handed in its list; the subdistrict until the problem list is published. */
function mustCollect(scene: Scene, actor: Actor): void {
  if (isAskedFor(subdistrict(scene.state), actor)) return mustStandAt(scene, 'collect', 'merge');
  mustStandAt(scene, 'collect');
  const lists = Object.values(scene.state.tasks).filter(
    ({ kind, performer }) => kind === 'demandList' && isAskedFor(performer, actor),
  );
  if (lists.length === 0) throw new NotYours('notCommunity');
  if (lists.every(({ status }) => status !== 'open')) throw new NotNow('listSubmitted');
}

const addNeed: Act = act({
  ...{ name: 'addNeed', title: t('登记需求', 'Add a need'), on: 'process' },
  input: form.NewNeed,
  may: mustCollect,
  decide({ state }, { actor, input }) {
    const { place = actor.place } = input;
    if (!covers(actor.place, place)) throw new BadInput('placeNotYours');
    return added(state, 'need', { ...input, place, origin: 'person', times: 0 });
  },
});

/** From a matter that hangs or comes again and again. */
const takeTrouble: Act = act({
  ...{ name: 'takeTrouble', title: t('难点事项转为需求', 'Take up a matter as a need'), on: 'process' },
  input: form.TakenTrouble,
  may: mustCollect,
  decide({ state }, { actor, input }) {
    const trouble = untaken(state).find(({ process }) => process === input.trouble);
    if (trouble === undefined) throw new BadInput('noSuchTrouble');
    const { place, kind, words, process } = trouble;
    if (!covers(actor.place, place)) throw new BadInput('placeNotYours');
    return added(state, 'need', { place, kind, words, origin: 'matter', from: { process }, times: 0 });
  },
});

/** What stands on the list is taken off with a reason: by the community that listed it, later by the subdistrict. */
const refuseNeed: Act = act({
  ...{ name: 'refuseNeed', title: t('不予列入', 'Refuse the need'), on: 'item' },
  input: form.Reason,
  may(scene, actor, target) {
    const need = openItem(target.item, 'need');
    mustCollect(scene, actor);
    if (!covers(actor.place, needIn(need).place)) throw new NotYours('placeNotYours');
    if (sorted(scene.state).has(need.id)) throw new NotNow('notUnsorted');
  },
  decide: (_scene, { input, target }) => [
    { type: 'itemClosed', item: openItem(target.item, 'need').id, ending: 'refused', words: input.grounds },
  ],
});

/** The subdistrict does not wait longer than the due date for those who have not handed in their list. */
const closeCollection: Act = act({
  ...{ name: 'closeCollection', title: t('截止收集', 'Close the collection'), on: 'process' },
  input: nothing,
  may(scene, actor) {
    mustStandAt(scene, 'collect');
    mustBeSubdistrict(scene, actor);
    const { clocks } = scene.state;
    const due = openTasks(scene.state).flatMap(({ clock = '' }) => clocks[clock]?.dueAt ?? []);
    const late = due.filter((at) => new Date(at) < scene.now);
    if (late.length === 0) throw new NotNow('collectionRuns', { dueAt: due[0] ?? '' });
  },
  decide: ({ state }) =>
    openTasks(state)
      .filter(({ kind }) => kind === 'demandList')
      .map(({ id }) => ({ type: 'taskEnded', task: id, how: 'expired' })),
});

const inMerge = (scene: Scene, actor: Actor): void => {
  mustStandAt(scene, 'merge');
  mustBeSubdistrict(scene, actor);
};

/** What is common becomes one problem; each need keeps its origin. */
const mergeNeeds: Act = act({
  ...{ name: 'mergeNeeds', title: t('归并为问题', 'Merge into a problem'), on: 'process' },
  input: form.Merge,
  may: inMerge,
  decide({ state }, { input: { needs, ...said } }) {
    return added(state, 'problem', problemFrom(state, unsortedOnly(state, needs), said));
  },
});

const listNeeds: Act = act({
  ...{ name: 'listNeeds', title: t('逐条列为问题', 'List each as a problem'), on: 'process' },
  input: form.Listed,
  may: inMerge,
  decide({ state }, { input }) {
    const needs = unsortedOnly(state, input.needs);
    return added(state, 'problem', ...needs.map((need) => problemFrom(state, [need], needIn(need))));
  },
});

/** Merged wrongly: its needs are to be sorted again. */
const dissolveProblem: Act = act({
  ...{ name: 'dissolveProblem', title: t('拆分问题', 'Take the problem apart'), on: 'item' },
  input: nothing,
  may(scene, actor, target) {
    openItem(target.item, 'problem');
    inMerge(scene, actor);
  },
  decide: (_scene, { target }) => [
    { type: 'itemClosed', item: openItem(target.item, 'problem').id, ending: 'dissolved' },
  ],
});

function bySystem({ state }: Scene, { role }: Actor): void {
  mustBeOpen({ state });
  if (role !== 'system') throw new NotYours('systemOnly');
}

/** The next quarter began while these needs were not decided: it is told which of them carry over. */
const expectCarried: Act = act({
  ...{ name: 'expectCarried', title: t('下季度等待结转', 'The next quarter waits'), on: 'process' },
  ...{ input: form.Next, may: bySystem, isUnoffered: true },
  decide({ state }, { input }) {
    const over = input.items.flatMap((id) => state.items[id] ?? []).filter((i) => i.ending === 'carriedOver');
    return [
      { type: 'noted', what: 'expected', facts: factsOf({ next: input }) },
      ...carriedSaid(state, over, input),
    ];
  },
});

/** A need of the quarter before has come over after this one had begun; once. */
const carryIn: Act = act({
  ...{ name: 'carryIn', title: t('结转需求转入', 'Take in a need carried over'), on: 'process' },
  ...{ input: form.CarriedIn, may: bySystem, isUnoffered: true },
  decide: ({ state }, { input }) => carriedNeeds(state, [input]),
});

export const demandActs: readonly Act[] = [
  ...[addNeed, takeTrouble, refuseNeed, closeCollection, mergeNeeds, listNeeds, dissolveProblem],
  ...[expectCarried, carryIn],
];
