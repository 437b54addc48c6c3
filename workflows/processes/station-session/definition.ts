// The five steps as data, and the acts on a visit and on what was said. The story is in workflow.ts.
import type { Act, ProcessDefinition, Scene } from '../../process/definition.ts';
import { act } from '../../process/definition.ts';
import type { Event } from '../../process/event.ts';
import { added, openItem } from '../../process/items.ts';
import { t } from '../../process/field.ts';
import { openItems, openTasks } from '../../process/state.ts';
import type { Task } from '../../process/state.ts';
import { taskOpened } from '../../process/task.ts';
import { BadInput, NotNow, NotYours } from '../../rules/violation.ts';
import * as form from './contract.ts';
import * as rules from './rules.ts';
import { publishVisit, superviseItem, tasks } from './tasks.ts';

const { factsIn, mustBeStation, mustStandIn } = rules;

/** Ends open tasks that nobody has to do any more; the story looks again. */
const ended = ({ state }: Scene, isMeant: (task: Task) => boolean): Event[] =>
  openTasks(state)
    .filter(isMeant)
    .map(({ id }) => ({ type: 'taskEnded', task: id, how: 'cancelled' }));

const AHEAD = ['plan', 'gather', 'attend', 'receive', 'holdSession', 'tell'];
const calledOff = (scene: Scene, kinds = AHEAD) => ended(scene, ({ kind }) => kinds.includes(kind));

/** Somebody else receives: the reminders begin anew, for the substitute. */
const substituteReceiver: Act = act({
  name: 'substituteReceiver',
  title: t('安排替补', 'Name a substitute'),
  on: 'process',
  input: form.Substitution,
  may(scene, actor) {
    mustStandIn(scene, 'announce', 'register');
    mustBeStation(scene, actor, true);
  },
  decide(scene, { input: { receiver, grounds } }) {
    const { receiver: before, startsAt = '' } = factsIn(scene.state);
    if (receiver === before) throw new BadInput('sameReceiver');
    const hasBegun = scene.state.step === 'register';
    const [kind, clock] = hasBegun ? ['receive', {}] : ['attend', rules.untilVisit(scene, startsAt)];
    return [
      { type: 'noted', what: 'substituted', facts: { receiver }, words: grounds },
      ...calledOff(scene, ['attend', 'receive']),
      taskOpened(scene, kind, { person: receiver }, clock),
    ];
  },
});

const rescheduleVisit: Act = act({
  name: 'rescheduleVisit',
  title: t('改期', 'Put off'),
  on: 'process',
  input: form.Rescheduling,
  may(scene, actor) {
    mustStandIn(scene, 'announce');
    mustBeStation(scene, actor);
  },
  decide(scene, { input: { startsAt, grounds } }) {
    const facts = { startsAt: rules.beginsAt(startsAt, scene.now) };
    return [{ type: 'noted', what: 'rescheduled', facts, words: grounds }, ...calledOff(scene)];
  },
});

/** Until something has been said, a visit can be called off. */
const cancelVisit: Act = act({
  name: 'cancelVisit',
  title: t('取消接待', 'Call off the visit'),
  on: 'process',
  isFinal: true,
  input: form.Reason,
  may(scene, actor) {
    mustStandIn(scene, 'plan', 'announce', 'register');
    mustBeStation(scene, actor);
    if (openItems(scene.state, 'said').length > 0) throw new NotNow('alreadySaid');
  },
  decide: (scene, { input }) => [
    { type: 'noted', what: 'visitCancelled', facts: { isCancelled: true }, words: input.grounds },
    ...calledOff(scene),
  ],
});

const bookVisit: Act = act({
  name: 'bookVisit',
  title: t('预约', 'Book'),
  on: 'process',
  input: form.BookingForm,
  may(scene, actor) {
    mustStandIn(scene, 'announce');
    if (actor.role !== 'resident') throw new NotYours('residentsOnly');
  },
  decide: (scene, { actor, input }) => [
    ...added(scene.state, 'booking', { ...input, person: actor.person ?? undefined }),
  ],
});

const withdrawBooking: Act = act({
  name: 'withdrawBooking',
  title: t('取消预约', 'Withdraw the booking'),
  on: 'item',
  input: form.Reason.partial(),
  may(scene, actor, target) {
    mustStandIn(scene, 'announce');
    const { person = '' } = form.Booking.parse(openItem(target.item, 'booking').facts);
    if (person !== actor.person && !rules.isStation(scene, actor)) throw new NotYours('notYourBooking');
  },
  decide(scene, { input: { grounds: words }, target }) {
    const { id } = openItem(target.item, 'booking');
    return [
      { type: 'itemClosed', item: id, ending: 'withdrawn', words },
      ...ended(scene, ({ item }) => item === id),
    ];
  },
});

/** Step 1, on the spot; what was forgotten is still taken down while it is collated. */
const registerItem: Act = act({
  name: 'registerItem',
  title: t('登记', 'Take down'),
  on: 'process',
  input: form.Registering,
  may(scene, actor) {
    mustStandIn(scene, 'register', 'collate');
    mustBeStation(scene, actor, true);
  },
  decide: ({ state }, { input }) => added(state, 'said', { place: state.place, ...input }),
});

const hearBooking: Act = act({
  name: 'hearBooking',
  title: t('登记预约事项', 'Take down what was booked'),
  on: 'item',
  input: form.Hearing,
  may(scene, actor, target) {
    mustStandIn(scene, 'register');
    mustBeStation(scene, actor, true);
    openItem(target.item, 'booking');
  },
  decide(scene, { input, target }) {
    const { id, facts } = openItem(target.item, 'booking');
    return [
      { type: 'itemClosed', item: id, ending: 'heard' },
      ...added(scene.state, 'said', { place: scene.state.place, ...facts, ...input, booking: id }),
    ];
  },
});

/** The same said twice: it is handled once, and everybody who said it is told and rates. */
const mergeItem: Act = act({
  name: 'mergeItem',
  title: t('合并', 'Merge'),
  on: 'item',
  input: form.Merging,
  may: rules.mayCollate,
  decide(scene, { input: { into }, target }) {
    const { id } = openItem(target.item, 'said');
    if (into === id) throw new BadInput('mergedIntoItself');
    openItem(scene.state.items[into], 'said');
    return [
      { type: 'itemChanged', item: id, what: 'merged', facts: { into } },
      { type: 'itemClosed', item: id, ending: 'merged' },
    ];
  },
});

/** Several things said in one: each goes its own way, and keeps where it comes from. */
const splitItem: Act = act({
  name: 'splitItem',
  title: t('拆分', 'Split'),
  on: 'item',
  input: form.Splitting,
  may: rules.mayCollate,
  decide(scene, { input, target }) {
    const { id: origin, facts } = openItem(target.item, 'said');
    const { grade: _grade, ...kept } = facts;
    const said = [input.first, input.second, input.third].flatMap((words) => words ?? []);
    const parts = added(scene.state, 'said', ...said.map((words) => ({ ...kept, words, origin })));
    return [{ type: 'itemClosed', item: origin, ending: 'split' }, ...parts];
  },
});

const classifyItem: Act = act({
  name: 'classifyItem',
  title: t('分级分类', 'Classify'),
  on: 'item',
  input: form.Classification,
  may(scene, actor, target) {
    mustStandIn(scene, 'collate', 'handle', 'feedBack', 'score');
    mustBeStation(scene, actor);
    const item = openItem(target.item, 'said');
    if (scene.state.step !== 'collate' && !rules.isUnanswered(item)) throw new NotNow('alreadyGraded');
  },
  decide(_scene, { input, target }) {
    const { id: item } = openItem(target.item, 'said');
    return [{ type: 'itemChanged', item, what: 'classified', facts: rules.gradedBy(input) }];
  },
});

export const stationSession: ProcessDefinition = {
  name: 'station-session',
  title: t('五步骤闭环', 'Five-step feedback loop'),
  source: '[003]',
  isPublic: true,
  series: 'JF',
  label: rules.labelOf,
  numbers: form.SessionNumbers,
  rhythm: {
    level: 'community',
    unit: 'station',
    every: (numbers) => form.SessionNumbers.parse(numbers).every,
    facts: (period) => ({ period }),
  },
  asks: ['receivers'],
  entrances: [publishVisit],
  steps: [
    { name: 'plan', title: t('定期安排', 'Plan') },
    { name: 'announce', title: t('公示预约', 'Announce') },
    { name: 'register', title: t('登记在册', 'Register') },
    { name: 'collate', title: t('汇总梳理', 'Collate') },
    { name: 'handle', title: t('分级分类办理', 'Handle') },
    { name: 'feedBack', title: t('反馈', 'Feed back'), isTelling: true },
    { name: 'score', title: t('评议打分', 'Score') },
  ],
  paths: [
    ['plan', 'announce', t('公示', 'published')],
    ['announce', 'announce', t('改期', 'put off')],
    ['announce', 'register', t('到公示时间', 'the published time')],
    ['announce', 'end', t('取消', 'called off')],
    ['register', 'collate', t('接待结束', 'over')],
    ['collate', 'handle', t('逐条分级', 'each classified')],
    ['handle', 'feedBack', t('逐条办结', 'handled, one by one')],
    ['feedBack', 'score', t('已反馈', 'told')],
    ['score', 'end', t('全部销号', 'every item closed')],
  ],
  tasks,
  acts: [
    ...[substituteReceiver, rescheduleVisit, cancelVisit, bookVisit, withdrawBooking],
    ...[registerItem, hearBooking, classifyItem, mergeItem, splitItem, superviseItem],
  ],
  choices: { said: rules.saidChoices },
  lists: rules.lists,
  desk: rules.desk,
  items: { booking: t('预约', 'Booking'), said: t('反映事项', 'Thing said') },
  heard: rules.heard,
  decider: ({ state }, _task, turn) => rules.stationOf(state, turn),
  tell: () => [],
};
