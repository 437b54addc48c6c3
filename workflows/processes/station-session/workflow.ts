// Five-step feedback loop 五步骤闭环 [003], top to bottom as the text tells it: 登记在册, 汇总梳理, 分级分类办理, 反馈, 评议打分.
import type { Opening } from '../../process/contract.ts';
import { factsOf } from '../../process/event.ts';
import { runProcess } from '../../process/run.ts';
import { itemsOf, openItems, openTasks } from '../../process/state.ts';
import type { Item } from '../../process/state.ts';
import type { Story } from '../../process/story.ts';
import { Plan, SessionMark, saidIn } from './contract.ts';
import type { Said } from './contract.ts';
import { stationSession as definition } from './definition.ts';
import * as rules from './rules.ts';

const { factsIn, stationOf } = rules;

export async function stationSession(opening: Opening): Promise<void> {
  await runProcess(definition, opening, async (story) => {
    await plan(story);
    await announce(story);
    await register(story);
    if (factsIn(story.state).isCancelled) return callOff(story);
    await collate(story);
    await handleEach(story);
    return 'closed';
  });
}

/** The station fixes the visit, unless it was published with its day. */
async function plan(story: Story): Promise<void> {
  if (factsIn(story.state).startsAt !== undefined) return;
  story.step('plan');
  const { outcome, form } = await story.ask('plan', stationOf(story.state));
  if (outcome !== 'publishPlan') return;
  const { startsAt, ...planned } = Plan.parse(form);
  const [receiver] = factsIn(story.state).receivers;
  const facts = { receiver, ...planned, startsAt: rules.toMinute(startsAt) };
  story.happen({ type: 'noted', what: 'planned', facts: factsOf(facts) });
}

/** Public until the published moment; put off, it is announced anew, and who has booked is told. */
async function announce(story: Story): Promise<void> {
  if (factsIn(story.state).isCancelled) return;
  story.step('announce');
  story.happen({ type: 'noted', what: 'registered', facts: {} });
  for (;;) {
    const { startsAt = '', receiver } = factsIn(story.state);
    const clock = rules.untilVisit(story.scene, startsAt);
    story.open('attend', { person: receiver }, clock);
    const { how } = await story.ask('gather', stationOf(story.state), clock);
    if (how !== 'cancelled' || factsIn(story.state).isCancelled) return;
    tellBooked(story);
  }
}

function tellBooked(story: Story): void {
  for (const { id } of openItems(story.state, 'booking'))
    story.open('tell', stationOf(story.state), { item: id });
}

/** 1 登记在册. Each thing said is taken down on the spot; who booked and has not come is closed. */
async function register(story: Story): Promise<void> {
  if (factsIn(story.state).isCancelled) return;
  story.step('register');
  endTasks(story, 'attend', 'tell');
  if (!openTasks(story.state).some(({ kind }) => kind === 'receive'))
    story.open('receive', { person: factsIn(story.state).receiver });
  await story.ask('holdSession', stationOf(story.state));
  if (factsIn(story.state).isCancelled) return;
  endTasks(story, 'receive');
  closeBookings(story, 'absent');
}

function endTasks(story: Story, ...kinds: string[]): void {
  for (const { id, kind } of openTasks(story.state))
    if (kinds.includes(kind)) story.happen({ type: 'taskEnded', task: id, how: 'cancelled' });
}

function closeBookings(story: Story, ending: string): void {
  for (const { id } of openItems(story.state, 'booking'))
    story.happen({ type: 'itemClosed', item: id, ending });
}

/** Called off: it ends when everybody who has booked knows. */
async function callOff(story: Story): Promise<'cancelled'> {
  tellBooked(story);
  await story.until((state) => openTasks(state).length === 0);
  closeBookings(story, 'cancelled');
  return 'cancelled';
}

/** 2 汇总梳理. Where nothing was said there is nothing to collate. */
async function collate(story: Story): Promise<void> {
  story.step('collate');
  if (openItems(story.state, 'said').length > 0) await story.ask('collate', stationOf(story.state));
}

/** Steps 3 to 5, item by item: each goes on as soon as it can, and the session ends when every one is closed. */
async function handleEach(story: Story): Promise<void> {
  for (;;) {
    for (const step of rules.stepsAhead(story.state)) enter(story, step);
    const [ready] = rules.readyIn(story.state);
    if (ready !== undefined) goOn(story, ready);
    else if (openItems(story.state, 'said').length === 0) break;
    else await story.until((state) => rules.readyIn(state).length > 0);
  }
  await story.until((state) => openTasks(state).length === 0);
  mark(story);
}

function enter(story: Story, step: string): void {
  story.step(step);
  const { receiver } = factsIn(story.state);
  if (step === 'score' && itemsOf(story.state, 'said').length > 0) story.open('judge', { person: receiver });
}

function goOn(story: Story, item: Item): void {
  const said = saidIn(item);
  if (said.stage === 'collate') handle(story, item, said);
  else if (said.stage === 'handle' && isRefused(said)) regrade(story, item);
  else if (said.stage === 'handle') feedBack(story, item);
  else if (said.stage === 'feedBack') askRatings(story, item);
  else close(story, item, said);
}

const change = (story: Story, item: Item, what: string, facts: object): void =>
  story.happen({ type: 'itemChanged', item: item.id, what, facts: factsOf(facts) });

/** 3 分级分类办理: settled on the spot, as a six-step matter, or as one of many places' common problems. */
function handle(story: Story, item: Item, said: Said): void {
  if (said.grade === 'spot') {
    story.open('settle', stationOf(story.state), { item: item.id });
    return change(story, item, 'dispatched', { stage: 'handle' });
  }
  const process = said.grade === 'matter' ? beginMatter(story, item, said) : raise(story, item, said);
  change(story, item, 'dispatched', { stage: 'handle', course: { process } });
}

function beginMatter(story: Story, item: Item, { words, kind, place, person, contact }: Said): string {
  const silent = contact === undefined ? 'system' : 'phone';
  const answerBy = person === undefined ? silent : 'web';
  const facts = { kind, words, way: 'station', channel: 'station', answerBy, person, contact };
  return story.begin('six-step', { place, facts: factsOf(facts), item: item.id });
}

/** Raised to the city as one, or joined to what has been raised; with what a person says is the same elsewhere. */
function raise(story: Story, item: Item, { words, kind, place, problem, alike }: Said): string {
  const sighting = { process: story.state.id, item: item.id, place, kind };
  if (problem !== undefined && problem !== null) {
    story.happen({ type: 'messageSent', to: problem, act: 'joinProblem', input: sighting });
    return problem;
  }
  const elsewhere = (alike ?? []).map(rules.sightingIn).map((one) => ({ ...one, kind }));
  const facts = factsOf({ kind, words, sightings: [sighting, ...elsewhere] });
  const district = place.split('/')[0] ?? place;
  return story.begin('common-problem', { place: district, facts, item: item.id });
}

const isRefused = ({ grade, course }: Said): boolean => grade === 'common' && course?.ending === 'refused';

const regrade = (story: Story, item: Item): string =>
  story.open('regrade', stationOf(story.state), { item: item.id });

/** 4 反馈, to residents and to the receiver. A matter has told its reporter already; who gave no name cannot be told. */
function feedBack(story: Story, item: Item): void {
  change(story, item, 'handled', { stage: 'feedBack', handledAt: story.scene.now.toISOString() });
  for (const voice of rules.voicesOf(story.state, item)) {
    const isTold = voice.id === item.id && saidIn(item).grade === 'matter';
    if (rules.isKnown(saidIn(voice)) && !isTold)
      story.open('tell', stationOf(story.state), { item: voice.id });
  }
  story.open('learn', { person: factsIn(story.state).receiver }, { item: item.id });
}

/** 5 评议打分. Whoever has an account rates; who can be reached is called back; a matter's rating counts as it is. */
function askRatings(story: Story, item: Item): void {
  change(story, item, 'fedBack', { stage: 'score' });
  const { unit: notUnit, course } = saidIn(item);
  const caller = { callBack: true, place: story.state.place, notUnit };
  for (const voice of rules.voicesOf(story.state, item)) {
    const { person, contact } = saidIn(voice);
    if (voice.id === item.id && course?.rating !== undefined) continue;
    if (person !== undefined) story.open('rate', { person }, { item: voice.id });
    else if (contact !== undefined) story.open('callBack', caller, { item: voice.id });
  }
}

/** What was settled on the spot and is not solved is graded anew, as often as the policy allows. */
function close(story: Story, item: Item, said: Said): void {
  const judged = rules.judgedOf(story.state, item);
  const isBad = rules.isBad(judged);
  if (isBad && said.grade === 'spot' && said.rehandlings < story.scene.policy.limits.rehandlings) {
    change(story, item, 'unsolved', { judged, stage: 'handle', rehandlings: said.rehandlings + 1 });
    regrade(story, item);
    return;
  }
  change(story, item, 'scored', { judged, score: rules.pointsOf(story.scene, item, judged) });
  story.happen({ type: 'itemClosed', item: item.id, ending: rules.endingOf(said, isBad) });
}

/** The score of the session: the average of its items, and what the receiver says of it. */
function mark(story: Story): void {
  const scores = itemsOf(story.state, 'said').flatMap((item) => saidIn(item).score ?? []);
  if (scores.length === 0) return;
  const score = scores.reduce((sum, one) => sum + one, 0) / scores.length;
  const judge = Object.values(story.state.tasks).findLast(({ kind }) => kind === 'judge');
  const { points } = SessionMark.partial().parse(judge?.form ?? {});
  story.happen({ type: 'noted', what: 'scored', facts: factsOf({ score, points }) });
}
