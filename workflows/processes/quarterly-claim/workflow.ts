// The quarterly claim cycle 季度认领 [002], top to bottom as the text tells it.
import type { Opening } from '../../process/contract.ts';
import { factsOf } from '../../process/event.ts';
import type { Event } from '../../process/event.ts';
import { HEAR } from '../../process/heard.ts';
import { added } from '../../process/items.ts';
import { runProcess } from '../../process/run.ts';
import { itemsOf, openItems, openTasks } from '../../process/state.ts';
import type { Item, State } from '../../process/state.ts';
import type { Story } from '../../process/story.ts';
import { quarterlyClaim as definition } from './definition.ts';
import * as claims from './claims.ts';
import { communityOf, factsIn, memberIn, needIn, problemIn, subdistrict } from './contract.ts';
import { carriedNeeds, problemEnded, quarterNumbers } from './demands.ts';

export async function quarterlyClaim(opening: Opening): Promise<void> {
  await runProcess(definition, opening, async (story) => {
    takeOver(story);
    await collectNeeds(story);
    await mergeIntoProblems(story);
    await letMembersClaim(story);
    await meet(story);
    await listServices(story);
    await carryOut(story);
    await report(story);
    return 'closed';
  });
}

/** Who belongs to it, and what the quarter before left over; of what is not decided there yet, that quarter will say. */
function takeOver(story: Story): void {
  const { members, carried } = factsIn(story.state);
  story.happen(...added(story.state, 'member', ...members));
  const decided = carried.filter(({ isOpen }) => !isOpen);
  story.happen(...carriedNeeds(story.state, decided));
  const open = carried.filter(({ isOpen }) => isOpen).map(({ from }) => from);
  for (const to of new Set(open.map(({ process }) => process))) {
    const items = open.filter(({ process }) => process === to).map(({ item }) => item);
    const input = { process: story.state.id, items };
    story.happen({ type: 'messageSent', to, act: 'expectCarried', input });
  }
}

/** 需求清单: every community hands in its list, or says that it has none; who is late is left behind after the due date. */
async function collectNeeds(story: Story): Promise<void> {
  story.step('collect');
  const asked = factsIn(story.state).communities.map(({ place }) =>
    story.open('demandList', { role: 'community', place }),
  );
  await story.settled(...asked);
}

/** 问题清单: what is common becomes one problem; nothing is published before every need has its place. */
async function mergeIntoProblems(story: Story): Promise<void> {
  story.step('merge');
  await story.ask('problemList', subdistrict(story.state));
}

/** Each member unit that is there has the same window; who claimed too little is shown. */
async function letMembersClaim(story: Story): Promise<void> {
  if (openItems(story.state, 'problem').length === 0) return;
  story.step('claim');
  const day = claims.today(story.scene);
  const units = itemsOf(story.state, 'member')
    .filter((member) => !claims.isAway(member, day))
    .map((member) => memberIn(member).unit);
  await story.settled(...units.map((unit) => story.open('claim', { unit })));
  const { least } = quarterNumbers(story.scene);
  const few = units.filter((unit) => claims.heldBy(story.state, unit).length < least);
  story.happen({ type: 'noted', what: 'claimsClosed', facts: { claimedTooFew: few } });
}

/** 联席会议, once a quarter: what nobody claimed is assigned, deferred or refused. */
async function meet(story: Story): Promise<void> {
  story.step('meeting');
  await story.ask('holdMeeting', subdistrict(story.state));
}

/** 服务清单: each holder names a person and a deadline; with its list its tasks begin, whoever else is late. */
async function listServices(story: Story): Promise<void> {
  story.step('service');
  if (quarterNumbers(story.scene).untilEndOfQuarter && !isDone(story.state))
    story.open('carryOut', subdistrict(story.state));
  for (const unit of claims.holders(story.state)) story.open('serviceList', { unit });
  const isListed = (state: State) => !openTasks(state).some(({ kind }) => kind === 'serviceList');
  do {
    await story.until((state) => isOver(state) || isListed(state) || ready(state).length > 0);
    for (const problem of isOver(story.state) ? [] : ready(story.state)) beginTask(story, problem);
  } while (!isOver(story.state) && !isListed(story.state));
}

/** Problems whose unit has handed in its list, and whose tasks have not begun. */
function ready(state: State): Item[] {
  const begun = new Set(state.begun.map(({ item }) => item));
  const lists = Object.values(state.tasks).filter(
    ({ kind, status }) => kind === 'serviceList' && status === 'done',
  );
  const units = new Set<unknown>(lists.map(({ performer }) => performer.unit));
  return openItems(state, 'problem').filter(({ id, facts }) => !begun.has(id) && units.has(facts['unit']));
}

/** Every claimed task is a process of its own, and is followed. */
function beginTask(story: Story, item: Item): void {
  const quarter = factsIn(story.state);
  const { needs, place, words, kind, unit, person, dueOn, livelihood } = problemIn(item);
  const asking = needs.flatMap((id) => story.state.items[id] ?? []).map((need) => needIn(need).place);
  const communities = [...new Set(asking.flatMap((one) => communityOf(quarter, one) ?? []))];
  const { period } = quarter;
  const facts = factsOf({ words, kind, unit, person, dueOn, livelihood, communities, period });
  story.begin('claim-task', { place, facts, item: item.id, isTold: true });
}

/** Until every task has ended, or the quarter has: then the rest carries over, each as its own process says. */
async function carryOut(story: Story): Promise<void> {
  story.step('carryOut');
  await story.until((state) => isOver(state) || isDone(state));
  if (!isDone(story.state)) story.happen(...restCarriedOver(story.state));
  await story.until(isDone);
  const left = openTasks(story.state).filter(({ kind }) => kind === 'carryOut');
  story.happen(...left.map(({ id }): Event => ({ type: 'taskEnded', task: id, how: 'cancelled' })));
}

const isDone = (state: State): boolean => openItems(state, 'problem').length === 0;

const isOver = ({ tasks }: State): boolean =>
  Object.values(tasks).some(({ kind, status }) => kind === 'carryOut' && status !== 'open');

/** What has not begun carries over at once; a task that runs is told, and ends by itself: done, where it is being checked. */
function restCarriedOver(state: State): Event[] {
  const began = new Map(state.begun.map(({ id, item }) => [item, id]));
  const lists = openTasks(state).filter(({ kind }) => kind === 'serviceList');
  const input = factsOf({ process: state.id, what: 'ended', facts: { ending: 'carriedOver' } });
  return [
    ...lists.map(({ id }): Event => ({ type: 'taskEnded', task: id, how: 'expired' })),
    ...openItems(state, 'problem').flatMap((problem): Event[] => {
      const to = began.get(problem.id);
      if (to === undefined) return problemEnded(state, problem, 'carriedOver');
      return [{ type: 'messageSent', to, act: HEAR, input }];
    }),
  ];
}

/** The figures are fixed before they are signed. */
async function report(story: Story): Promise<void> {
  story.step('report');
  story.happen({ type: 'noted', what: 'reported', facts: factsOf({ report: claims.reportOf(story.state) }) });
  await story.ask('report', subdistrict(story.state));
}
