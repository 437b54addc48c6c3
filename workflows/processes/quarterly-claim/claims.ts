// Steps 3 to 6: problems are claimed by member units, assigned at the meeting, given a name and a day; and what it all comes to.
import { isAskedFor } from '../../process/actor.ts';
import type { Actor } from '../../process/actor.ts';
import { untilDay } from '../../process/acts/limits.ts';
import type { Act, Scene, Target } from '../../process/definition.ts';
import { act } from '../../process/definition.ts';
import type { Event } from '../../process/event.ts';
import { nothing, t } from '../../process/field.ts';
import { takenDown } from '../../process/follow.ts';
import type { Heard } from '../../process/heard.ts';
import { added, changed, mustStandAt, openItem } from '../../process/items.ts';
import { itemsOf, openItems } from '../../process/state.ts';
import type { Item, State } from '../../process/state.ts';
import { dayOf, localDay } from '../../rules/local-time.ts';
import { endOfPeriod } from '../../rules/period.ts';
import { quarterAccount, quarterReport } from '../../rules/quarter.ts';
import type { Quarter } from '../../rules/quarter.ts';
import { BadInput, NotNow, NotYours } from '../../rules/violation.ts';
import * as form from './contract.ts';
import type { Member } from './contract.ts';
import { problemEnded, quarterNumbers } from './demands.ts';
import type { ProblemEnding } from './demands.ts';

const { communityOf, factsIn, mustBeSubdistrict, memberIn, needIn, problemIn } = form;

/** Today and the quarter's last day there, as YYYY-MM-DD. */
export const today = ({ now, time }: Scene): string => localDay(dayOf(now, time.office.utcOffset));
export function lastDay({ state, time }: Scene): string {
  const { utcOffset } = time.office;
  return localDay(dayOf(endOfPeriod(factsIn(state).period, utcOffset), utcOffset) - 1);
}

/** A clock that ends with the quarter. */
export const untilQuarterEnd = (scene: Scene): string => untilDay(scene, lastDay(scene));

/** The member that a unit is; undefined for any other unit. */
export const memberOf = (state: State, unit: string | null): Item | undefined =>
  itemsOf(state, 'member').find(({ facts }) => facts['unit'] === unit);

/** Whether the member is away on the day, both ends included. */
export function isAway(member: Item, day: string): boolean {
  const { awayFrom, awayUntil } = memberIn(member);
  return awayFrom !== undefined && awayUntil !== undefined && awayFrom <= day && day <= awayUntil;
}

/** Powers name a kind of matter, or the group of kinds that stands before the dot. */
export const hasPowers = (powers: readonly string[], kind: string): boolean =>
  powers.some((power) => kind === power || kind.startsWith(`${power}.`));

/** The problems that a unit holds, claimed or assigned. */
export const heldBy = (state: State, unit: string): Item[] =>
  itemsOf(state, 'problem').filter(({ facts }) => facts['unit'] === unit);

/** Problems that nobody has in hand. */
export const unheld = (state: State): Item[] =>
  openItems(state, 'problem').filter(({ facts }) => !facts['unit']);

/** The units that hold something, each once. */
export const holders = (state: State): string[] => [
  ...new Set(openItems(state, 'problem').flatMap((item) => problemIn(item).unit ?? [])),
];

/** Refuses a problem more than the policy lets one unit have, however it came to it: by claim or at the meeting. */
export function mustHaveRoom(scene: Scene, unit: string): void {
  const { most } = quarterNumbers(scene);
  if (heldBy(scene.state, unit).length >= most) throw new NotNow('mostClaimed', { most });
}

/** What a claimed task says of itself; at its end the problem ends too: done, or else it carries over. */
export function heardOfTask(scene: Scene, heard: Heard): Event[] {
  const { state } = scene;
  const problem = heard.item === undefined ? undefined : state.items[heard.item];
  const isEnd = heard.what === 'ended' && problem?.kind === 'problem' && problem.closedAt === undefined;
  if (!isEnd) return takenDown(scene, heard);
  const ending = heard.facts['ending'] === 'done' ? 'done' : 'carriedOver';
  return [...takenDown(scene, heard), ...problemEnded(state, problem, ending)];
}

/** The quarter as it is counted; a problem that was taken apart again is none. */
function quarterIn(state: State): Quarter {
  const facts = factsIn(state);
  const listed = itemsOf(state, 'problem').filter(({ ending }) => ending !== 'dissolved');
  return {
    problems: listed.map((item) => {
      const { needs, unit = null, how, course } = problemIn(item);
      // Another than the claimer where its task was reassigned.
      return { needs, how, unit: course?.unit ?? unit, ending: item.ending, isTimely: course?.isTimely };
    }),
    needs: itemsOf(state, 'need').map((item) => {
      const community = communityOf(facts, needIn(item).place) ?? null;
      return { id: item.id, community, ending: item.ending };
    }),
    members: itemsOf(state, 'member').map((item) => memberIn(item).unit),
    communities: facts.communities.map(({ place }) => place),
  };
}

/** The quarter's figures. */
export const reportOf = (state: State) => quarterReport(quarterIn(state));

/** Every need once, and no unit with too much: what a quarter is held to. */
export const accountOf = (state: State) => quarterAccount(quarterIn(state));

/** The member whose own window is open, and who alone claims in it: nobody stands in for a unit's own will. */
function claiming(scene: Scene, actor: Actor): Member {
  mustStandAt(scene, 'claim');
  const member = memberOf(scene.state, actor.unit);
  const own = Object.values(scene.state.tasks).find(
    ({ kind, performer }) => kind === 'claim' && performer.unit === actor.unit,
  );
  if (member === undefined || own === undefined) throw new NotYours('notMember');
  if (!isAskedFor(own.performer, actor)) throw new NotYours('notMember');
  if (own.status !== 'open') throw new NotNow('claimsConfirmed');
  return memberIn(member);
}

/** First come, first served: within the unit's powers, and no more than the policy lets it have. */
const claimProblem: Act = act({
  ...{ name: 'claimProblem', title: t('认领', 'Claim'), on: 'item' },
  input: nothing,
  may(scene, actor, target) {
    const problem = openItem(target.item, 'problem');
    const { unit, powers } = claiming(scene, actor);
    const { unit: holder, kind } = problemIn(problem);
    if (holder != null) throw new NotNow(holder === unit ? 'claimedByYou' : 'claimedByAnother');
    if (!hasPowers(powers, kind)) throw new NotYours('outsidePowers');
    mustHaveRoom(scene, unit);
  },
  decide: (_scene, { actor, target }) => [
    changed(openItem(target.item, 'problem'), 'claimed', { unit: actor.unit, how: 'claimed' }),
  ],
});

const giveBackClaim: Act = act({
  ...{ name: 'giveBackClaim', title: t('退回认领', 'Give the claim back'), on: 'item' },
  input: nothing,
  may(scene, actor, target) {
    const problem = openItem(target.item, 'problem');
    if (problemIn(problem).unit !== claiming(scene, actor).unit) throw new NotYours('notYourClaim');
  },
  decide: (_scene, { target }) => [
    changed(openItem(target.item, 'problem'), 'givenBack', { unit: null, how: null }),
  ],
});

const inMeeting = (scene: Scene, actor: Actor, target: Target): void => {
  const problem = openItem(target.item, 'problem');
  mustStandAt(scene, 'meeting');
  mustBeSubdistrict(scene, actor);
  if (problemIn(problem).how === 'claimed') throw new NotNow('claimedByAnother');
};

/** The meeting may assign beyond a unit's powers, with grounds; never more than the policy lets it have. */
const assignProblem: Act = act({
  ...{ name: 'assignProblem', title: t('会议指派', 'Assign'), on: 'item' },
  input: form.Assignment,
  may: inMeeting,
  decide(scene, { input: { unit, grounds }, target }) {
    const problem = openItem(target.item, 'problem');
    const member = memberOf(scene.state, unit);
    if (member === undefined) throw new BadInput('noMember');
    if (isAway(member, today(scene))) throw new BadInput('memberAway');
    if (problemIn(problem).unit !== unit) mustHaveRoom(scene, unit);
    return [changed(problem, 'assigned', { unit, how: 'assigned' }, grounds)];
  },
});

const decided = (name: string, title: Act['title'], ending: ProblemEnding): Act =>
  act({
    ...{ name, title, on: 'item', input: form.Reason, may: inMeeting },
    decide: ({ state }, { input, target }) =>
      problemEnded(state, openItem(target.item, 'problem'), ending, input.grounds),
  });

const deferProblem = decided('deferProblem', t('缓办结转', 'Defer to the next quarter'), 'carriedOver');
const refuseProblem = decided('refuseProblem', t('不予办理', 'Refuse'), 'refused');

/** The holder says who answers for it, and until when: at the latest until the quarter's end. */
const nameResponsible: Act = act({
  ...{ name: 'nameResponsible', title: t('明确责任人和期限', 'Name person and deadline'), on: 'item' },
  input: form.Responsible,
  may(scene, actor, target) {
    const { unit } = problemIn(openItem(target.item, 'problem'));
    mustStandAt(scene, 'service');
    const lists = Object.values(scene.state.tasks).filter(({ kind }) => kind === 'serviceList');
    const list = lists.find(({ performer }) => performer.unit === unit);
    if (list === undefined || !isAskedFor(list.performer, actor)) throw new NotYours('notPerformer');
    if (list.status !== 'open') throw new NotNow('listSubmitted');
  },
  decide(scene, { input, target }) {
    const last = lastDay(scene);
    const { untilEndOfQuarter } = quarterNumbers(scene);
    const { dueOn = untilEndOfQuarter ? last : undefined } = input;
    if (dueOn !== undefined && dueOn < today(scene)) throw new BadInput('dayPast', { day: dueOn });
    if (untilEndOfQuarter && dueOn !== undefined && dueOn > last)
      throw new BadInput('afterQuarter', { day: dueOn, last });
    return [changed(openItem(target.item, 'problem'), 'named', { ...input, dueOn })];
  },
});

const ofMembers = (scene: Scene, actor: Actor): void => {
  mustStandAt(scene, 'collect', 'merge', 'claim', 'meeting', 'service', 'carryOut', 'report');
  mustBeSubdistrict(scene, actor);
};

const admitMember: Act = act({
  ...{ name: 'admitMember', title: t('吸收成员单位', 'Admit a member'), on: 'process' },
  ...{ input: form.Admission, may: ofMembers },
  decide({ state }, { input: { standing, ...rest } }) {
    if (memberOf(state, rest.unit) !== undefined) throw new BadInput('memberAlready');
    return added(state, 'member', { ...rest, isStanding: standing === 'standing' });
  },
});

function ofMember(scene: Scene, actor: Actor, { item }: Target): void {
  openItem(item, 'member');
  ofMembers(scene, actor);
}

const changeMember: Act = act({
  ...{ name: 'changeMember', title: t('变更成员单位', 'Change the member'), on: 'item' },
  ...{ input: form.MemberChange, may: ofMember },
  decide: (_scene, { input: { standing, powers }, target: { item } }) => [
    changed(openItem(item, 'member'), 'memberChanged', { isStanding: standing === 'standing', powers }),
  ],
});

const awayOfMember: Act = act({
  ...{ name: 'awayOfMember', title: t('登记离岗时段', 'Note days away'), on: 'item' },
  ...{ input: form.Away, may: ofMember },
  decide(_scene, { input: { from, until }, target: { item } }) {
    if (until < from) throw new BadInput('endsBeforeItBegins');
    return [changed(openItem(item, 'member'), 'memberAway', { awayFrom: from, awayUntil: until })];
  },
});

export const claimActs: readonly Act[] = [
  ...[claimProblem, giveBackClaim, assignProblem, deferProblem, refuseProblem, nameResponsible],
  ...[admitMember, changeMember, awayOfMember],
];
