// The verdicts of the five steps: who is asked, what an item waits for, what it scores, and the three lists of it all.
import type { Actor, Performer } from '../../process/actor.ts';
import { isAskedFor } from '../../process/actor.ts';
import type { Choice, ProcessDefinition, Scene, Target } from '../../process/definition.ts';
import { factsOf } from '../../process/event.ts';
import type { Event, Facts } from '../../process/event.ts';
import { mustStandAt, openItem } from '../../process/items.ts';
import { t } from '../../process/field.ts';
import type { Title } from '../../process/field.ts';
import { takenDown } from '../../process/follow.ts';
import type { Heard } from '../../process/heard.ts';
import { numbersIn } from '../../process/numbers.ts';
import { itemsOf, openItems, openTasks } from '../../process/state.ts';
import type { Item, State, Task } from '../../process/state.ts';
import { clockOf } from '../../process/task.ts';
import type { TaskOptions } from '../../process/task.ts';
import { isTimely } from '../../rules/clock.ts';
import { periodTitle } from '../../rules/period.ts';
import { lateWorkingDays, scoreMatter } from '../../rules/score.ts';
import type { ScoreFacts } from '../../rules/score.ts';
import { listForms } from '../../rules/three-lists.ts';
import { BadInput, NotNow, NotYours } from '../../rules/violation.ts';
import { Judgement, SessionFacts, SessionNumbers, saidIn, threeLists } from './contract.ts';
import type { Classification, Judged, Said } from './contract.ts';

export const factsIn = (state: State): SessionFacts => SessionFacts.parse(state.facts);
/** What a session is called before it has a number. */
export function labelOf(facts: Facts): Title {
  const { period, startsAt = '' } = SessionFacts.parse(facts);
  const when = period === undefined ? t(startsAt, startsAt) : periodTitle(period);
  return t(`${when.zh} 联络站接待`, `Visit to the station, ${when.en}`);
}

export const numbers = (scene: Scene): SessionNumbers => numbersIn(scene, SessionNumbers);

const ROLES = ['supervisor', 'subdistrict', 'community'];

/** The staff of the station; of the place so many tiers above it where something is decided again. */
export function stationOf({ place }: State, tiersAbove = 0): Performer {
  const codes = place.split('/');
  const depth = Math.max(1, Math.min(ROLES.length, codes.length) - tiersAbove);
  return { role: ROLES[depth - 1], place: codes.slice(0, depth).join('/') };
}

export function mustStandIn({ state }: Scene, ...steps: string[]): void {
  if (state.ending === undefined && factsIn(state).isCancelled) throw new NotNow('visitCancelled');
  mustStandAt({ state }, ...steps);
}

export const isStation = ({ state }: Scene, actor: Actor): boolean => isAskedFor(stationOf(state), actor);

/** The staff of the station, or where it says so whoever receives. */
export function mustBeStation(scene: Scene, actor: Actor, orReceiver = false): void {
  const { receiver } = factsIn(scene.state);
  const isReceiver = orReceiver && receiver !== undefined && isAskedFor({ person: receiver }, actor);
  if (!isReceiver && !isStation(scene, actor)) throw new NotYours('notStation');
}

/** Step 2 is the station's, on what is open. */
export function mayCollate(scene: Scene, actor: Actor, target: Target): void {
  mustStandIn(scene, 'collate');
  mustBeStation(scene, actor);
  openItem(target.item, 'said');
}

const MINUTE = 60_000;

/** The whole minute in which a moment lies. */
export const toMinute = (at: string): string =>
  new Date(Math.floor(Date.parse(at) / MINUTE) * MINUTE).toISOString();

/** When a visit begins: at a whole minute, and later than now. Throws BadInput. */
export function beginsAt(startsAt: string, now: Date): string {
  if (new Date(startsAt) <= now) throw new BadInput('visitInThePast', { at: startsAt });
  return toMinute(startsAt);
}

/** The clock of a task that ends when the visit begins, to the minute. */
export function untilVisit(
  { now }: Scene,
  startsAt: string,
): Required<Pick<TaskOptions, 'term' | 'startedAt'>> {
  const startedAt = new Date(Math.floor(now.getTime() / MINUTE) * MINUTE);
  const minutes = Math.round((Date.parse(startsAt) - startedAt.getTime()) / MINUTE);
  return { term: `${Math.max(1, minutes)}min`, startedAt };
}

/** Everything that is answered with an item: itself, and what was merged into it. */
export const voicesOf = (state: State, item: Item): Item[] => [
  item,
  ...itemsOf(state, 'said')
    .filter((other) => saidIn(other).into === item.id)
    .flatMap((other) => voicesOf(state, other)),
];

/** Somebody has to do something about it, or it is handled elsewhere. That the receiver reads it holds nothing up. */
export function isBusy(state: State, item: Item): boolean {
  const { stage, grade, course } = saidIn(item);
  if (stage === 'handle' && grade !== 'spot' && course?.ending === undefined) return true;
  const ids = voicesOf(state, item).map(({ id }) => id);
  return openTasks(state).some(
    (task) => task.kind !== 'learn' && task.item !== undefined && ids.includes(task.item),
  );
}

/** Which of the open items can go on. */
export const readyIn = (state: State): Item[] =>
  openItems(state, 'said').filter((item) => !isBusy(state, item));

/** What is on the list and open, in its own words (as references). */
export const saidChoices = (state: State): Choice[] =>
  openItems(state, 'said').map((item) => {
    const { words } = saidIn(item);
    return { value: item.id, title: t(words, words) };
  });

/** A problem that was joined may be gone by then: until it says something, the item can be graded otherwise. */
export function isUnanswered(item: Item): boolean {
  const { grade, stage, course } = saidIn(item);
  return stage === 'handle' && grade === 'common' && course?.ending === undefined;
}

/** From here on it is handled by this grade, whatever it was handled by before. */
export const gradedBy = (graded: Classification): Facts =>
  factsOf({ problem: null, alike: null, ...graded, course: null, stage: 'collate' });

/** Word of where it is handled now; a common problem may have been joined, or merged into another. */
function isFollowed({ grade, stage, course }: Said, { process }: Heard): boolean {
  if (stage !== 'handle' || course?.ending !== undefined) return false;
  return grade === 'common' || (grade === 'matter' && process === course?.process);
}

/** The end of a matter or a problem ends the handling of the item by itself; its lateness shows on the session too. */
export function heard(scene: Scene, said: Heard): Event[] {
  const item = scene.state.items[said.item ?? ''];
  if (item === undefined) return takenDown(scene, said);
  if (!isFollowed(saidIn(item), said)) return [];
  const { goesOnIn } = said.facts;
  // Merged into another problem, which will say itself how it ends.
  if (typeof goesOnIn === 'string') return takenDown(scene, { ...said, process: goesOnIn, facts: {} });
  const late: Event[] = said.what === 'late' ? [{ type: 'noted', what: 'late', facts: said.facts }] : [];
  return [...takenDown(scene, said), ...late];
}

const STAGES = ['collate', 'handle', 'feedBack', 'score'];

/** The steps that the session still has to enter: it stands where the last of its items stands, and never goes back. */
export function stepsAhead(state: State): string[] {
  const reached = openItems(state, 'said').map((item) => STAGES.indexOf(saidIn(item).stage));
  const furthest = reached.length === 0 ? STAGES.length - 1 : Math.min(...reached);
  return STAGES.slice(STAGES.indexOf(state.step) + 1, furthest + 1);
}

/** Who could be told: somebody known, or to be reached, or at least named. */
export const isKnown = ({ person, contact, name }: Said): boolean =>
  person !== undefined || contact !== undefined || name !== undefined;

const lastOf = (state: State, item: string, ...kinds: string[]): Task | undefined =>
  Object.values(state.tasks).findLast((task) => task.item === item && kinds.includes(task.kind));

/** What each voice said of the result. A matter was rated in its own process: one matter, one rating 一事一评. */
export function judgedOf(state: State, item: Item): Judged[] {
  const { course } = saidIn(item);
  return voicesOf(state, item).map(({ id: voice }) => {
    const task = lastOf(state, voice, 'rate', 'callBack');
    const form = Judgement.safeParse(task?.status === 'done' ? task.form : undefined);
    if (form.success)
      return { voice, solved: form.data.solved === 'yes', satisfaction: form.data.satisfaction };
    return voice === item.id ? { voice, ...ratedAs(course?.rating) } : { voice };
  });
}

function ratedAs(rating: ScoreFacts['rating'] | undefined): Omit<Judged, 'voice'> {
  if (rating === undefined || rating === 'none') return {};
  return rating === 'unsolved' ? { solved: false } : { solved: true, satisfaction: rating };
}

/** Not solved or not satisfied, by anybody. */
export const isBad = (judged: readonly Judged[]): boolean =>
  judged.some(({ solved, satisfaction }) => solved === false || satisfaction === 'dissatisfied');

/** How an item ends: what a resident does not find solved is never called done. */
export function endingOf({ course }: Said, isUnsolved: boolean): string {
  if (isUnsolved) return 'unsolved';
  const ending = course?.ending ?? 'closed';
  return ['closed', 'solved'].includes(ending) ? 'done' : ending;
}

/** What is the same elsewhere, as it is chosen: `<process>.<item>@<place>`. */
export function sightingIn(chosen: string): { process?: string; item?: string; place: string } {
  const [key = '', place = ''] = chosen.split('@');
  const [process, item] = key.split('.');
  return { process, item, place };
}

/** The one rating that counts: the worst of what was said. */
function worst(judged: readonly Judged[]): ScoreFacts['rating'] {
  if (judged.some(({ solved }) => solved === false)) return 'unsolved';
  const order = ['dissatisfied', 'basically', 'satisfied'] as const;
  return order.find((said) => judged.some(({ satisfaction }) => satisfaction === said)) ?? 'none';
}

/** The points of an item for unit and station: a matter's own score, else the rating and the punctuality here. */
export function pointsOf(scene: Scene, item: Item, judged: readonly Judged[]): number {
  const { course, rehandlings } = saidIn(item);
  if (course?.score !== undefined) return course.score;
  const { tasks, cards } = scene.state;
  const settling = Object.values(tasks).filter((task) => task.item === item.id && task.kind === 'settle');
  const isSet = (level: string) =>
    Object.values(cards).filter(
      (card) =>
        card.level === level && card.liftedAt === undefined && settling.some(({ id }) => id === card.task),
    ).length;
  const counted = { refusedReturns: 0, rehandlings, yellow: isSet('yellow'), red: isSet('red') };
  const facts = { ...lateness(scene, settling[0]), ...counted, rating: worst(judged) };
  return scoreMatter(facts, scene.policy.score).total;
}

function lateness(scene: Scene, task: Task | undefined): Pick<ScoreFacts, 'late' | 'lateWorkingDays'> {
  const clock = task === undefined ? undefined : clockOf(scene, task);
  if (task?.doneAt === undefined || clock === undefined || clock.dueAt === null)
    return { late: false, lateWorkingDays: 0 };
  const doneAt = new Date(task.doneAt);
  const late = !isTimely(clock, doneAt);
  return { late, lateWorkingDays: late ? lateWorkingDays(new Date(clock.dueAt), doneAt, scene.time) : 0 };
}

/** The three lists in the usual form. */
export const lists: ProcessDefinition['lists'] = {
  problems: { ...listForms.problems, rows: (state) => threeLists(state).problems },
  duties: { ...listForms.duties, rows: (state) => threeLists(state).duties },
  corrections: { ...listForms.corrections, rows: (state) => threeLists(state).corrections },
};

/** The desk of deputy and station: how far what was said has come. */
export const desk: ProcessDefinition['desk'] = {
  title: t('联络站接待', 'Station'),
  ...{ roles: ['deputy', 'community'], item: 'said' },
  funnel(state) {
    const said = itemsOf(state, 'said').map((item) => saidIn(item));
    const at = (...stages: string[]) => said.filter(({ stage }) => stages.includes(stage)).length;
    return [
      { title: t('登记在册', 'Registered'), n: said.length },
      { title: t('已分级分类', 'Graded'), n: said.filter(({ grade }) => grade !== undefined).length },
      { title: t('已办理', 'Handled'), n: at('feedBack', 'score') },
      { title: t('已反馈', 'Told'), n: at('score') },
    ];
  },
};
