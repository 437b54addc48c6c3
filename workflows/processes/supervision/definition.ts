// Supervision as data: browser-safe, for the API, the console and the diagram. The story is in workflow.ts.
import { covers, supervises } from '../../process/actor.ts';
import type { Actor } from '../../process/actor.ts';
import type { Act, ProcessDefinition, Scene } from '../../process/definition.ts';
import { act } from '../../process/definition.ts';
import { entrance } from '../../process/entrance.ts';
import type { Entrance } from '../../process/entrance.ts';
import { factsOf } from '../../process/event.ts';
import type { Event } from '../../process/event.ts';
import { t } from '../../process/field.ts';
import type { Title } from '../../process/field.ts';
import { mustBeOpen } from '../../process/items.ts';
import { itemsOf, openTasks } from '../../process/state.ts';
import type { Item } from '../../process/state.ts';
import { mustSummon } from '../../rules/frequency.ts';
import { NotNow, NotYours } from '../../rules/violation.ts';
import { Delivery, Letter, Numbers, Order, Reason, Source, sourceTitles } from './contract.ts';
import type { LetterFacts } from './contract.ts';
import * as rules from './rules.ts';
import { tasks } from './tasks.ts';

const isSupervisor = ({ role, callBack }: Actor): boolean => role === 'supervisor' && !callBack;

/** A door by which somebody begins one. */
const opening = (name: string, title: Title, source: 'leader' | 'hand', may: Entrance['may']): Entrance =>
  entrance({
    name,
    title,
    input: Order,
    may,
    begin(actor, { place, ...order }) {
      if (!covers(actor.place, place)) throw new NotYours('placeNotYours', { place });
      const by = source === 'leader' ? { orderedBy: actor.person } : { openedBy: actor.person };
      return { place, facts: factsOf({ ...order, ...by, source }) };
    },
  });

const orderSupervision = opening(
  'orderSupervision',
  t('批示督办', 'Order supervision'),
  'leader',
  (actor) => {
    if (actor.role !== 'deputy' && !(isSupervisor(actor) && actor.isHead)) throw new NotYours('notLeader');
  },
);

const openSupervision = opening('openSupervision', t('督办立项', 'Open supervision'), 'hand', (actor) => {
  if (!isSupervisor(actor)) throw new NotYours('notSupervisor');
});

/** The office, and nobody of the unit that is supervised. */
function mustBeOffice({ state }: Scene, actor: Actor): void {
  mustBeOpen({ state });
  if (!supervises(actor, state.place)) throw new NotYours('notSupervisor');
  if (actor.unit !== null && actor.unit === rules.factsIn(state).unit) throw new NotYours('ownUnit');
}

/** The level is not chosen: it follows from the facts. */
const issueLetter: Act = act({
  name: 'issueLetter',
  title: t('发督办函', 'Issue a letter'),
  on: 'process',
  input: Letter,
  may(scene, actor) {
    mustBeOffice(scene, actor);
    if (rules.factsIn(scene.state).unit == null) throw new NotNow('noUnitYet');
    if (rules.letterOut(scene.state) !== undefined) throw new NotNow('letterOut');
  },
  decide(scene, { actor, input }): Event[] {
    const { redsToSummon } = rules.numbersOf(scene);
    const level = rules.letterLevel(rules.standingOf(scene), redsToSummon);
    const unit = rules.factsIn(scene.state).unit ?? '';
    return rules.issued(scene, { ...input, unit, level, issuer: actor.person });
  },
});

function openLetter(item: Item | undefined): LetterFacts {
  if (item?.kind !== 'letter') throw new NotNow('noSuchLetter');
  if (item.closedAt !== undefined) throw new NotNow('letterSettled', { ending: item.ending ?? '' });
  return rules.letterIn(item);
}

/** That it was handed over is recorded, by the office or by the system that did it. */
const deliverLetter: Act = act({
  name: 'deliverLetter',
  title: t('登记送达', 'Record its delivery'),
  on: 'item',
  input: Delivery,
  may(scene, actor, { item }) {
    if (actor.role !== 'system') mustBeOffice(scene, actor);
    if (openLetter(item).deliveredAt !== undefined) throw new NotNow('alreadyDelivered');
  },
  decide({ now }, { input: { by: deliveredBy, receiver }, target }) {
    const facts = factsOf({ deliveredAt: now.toISOString(), deliveredBy, receiver });
    return [{ type: 'itemChanged', item: target.item?.id ?? '', what: 'delivered', facts }];
  },
});

/** Lifted with grounds, and never by whoever issued it. */
const liftLetter: Act = act({
  name: 'liftLetter',
  title: t('撤销督办函', 'Lift the letter'),
  on: 'item',
  isFinal: true,
  input: Reason,
  may(scene, actor, { item }) {
    mustBeOffice(scene, actor);
    const { issuer } = openLetter(item);
    if (issuer !== null && [actor.person, actor.for].includes(issuer)) throw new NotYours('ownLetter');
  },
  decide({ state }, { input, target }) {
    const item = target.item?.id ?? '';
    const asked = openTasks(state).filter((task) => task.item === item);
    return [
      ...asked.map((task): Event => ({ type: 'taskEnded', task: task.id, how: 'cancelled' })),
      { type: 'itemClosed', item, ending: 'lifted', words: input.grounds },
    ];
  },
});

export const supervision: ProcessDefinition = {
  name: 'supervision',
  title: t('督办', 'Supervision'),
  source: '[003]',
  numbers: Numbers,
  series: 'DB',
  entrances: [orderSupervision, openSupervision],
  label: ({ source }) => sourceTitles[Source.parse(source)],
  items: { letter: t('督办函', 'Letter of supervision') },
  steps: [
    { name: 'assign', title: t('1 当日交办', '1: assigned the same day') },
    { name: 'settle', title: t('3 日报告、7 日或 1 月办结', '3: reported, 7 or 1 month: settled') },
    { name: 'strikeOff', title: t('0 销号', '0: struck off') },
    { name: 'talk', title: t('约谈', 'Summons') },
  ],
  paths: [
    ['assign', 'settle', t('交办', 'assigned')],
    ['settle', 'settle', t('报送计划', 'a dated plan')],
    ['settle', 'strikeOff', t('提交结果', 'result submitted')],
    ['strikeOff', 'settle', t('退回重办', 'sent back')],
    ['strikeOff', 'end', t('销号', 'struck off')],
    ['talk', 'end', t('已约谈', 'talk held')],
  ],
  tasks,
  acts: [issueLetter, deliverLetter, liftLetter],
  followsReds: (reds, numbers) => mustSummon(reds, Numbers.parse(numbers).redsToSummon),
  letterOf: rules.letterOf,
  report: ({ state }) => ({ letters: itemsOf(state, 'letter').length }),
  heard: (_scene, { process, what, facts }) => [
    { type: 'noted', what, facts: { cause: { process, ...facts } } },
  ],
  decider: ({ state }) => rules.officeOf(state),
  tell: () => [],
};
