// A whistle as data: browser-safe, for the API, the console and the diagram. The story is in workflow.ts.
import type { z } from 'zod';
import { covers, isAskedFor } from '../../process/actor.ts';
import { Ground, groundTitles } from '../../process/asked-alike.ts';
import type { Act, ProcessDefinition, Scene } from '../../process/definition.ts';
import { act } from '../../process/definition.ts';
import { entrance } from '../../process/entrance.ts';
import { factsOf } from '../../process/event.ts';
import type { Event } from '../../process/event.ts';
import { t } from '../../process/field.ts';
import { mustBeOpen } from '../../process/items.ts';
import type { Item } from '../../process/state.ts';
import { itemsOf } from '../../process/state.ts';
import { bandOf } from '../../rules/frequency.ts';
import { BadInput, NotNow, NotYours } from '../../rules/violation.ts';
import { Arrival, Done, Numbers, Reason, Whistle } from './contract.ts';
import { approverOf, arrivalRecorded, calledIn, callerOf, marksIn, pointsIn } from './rules.ts';
import { mustBeOverdue, mustBeUnfinished, mustLead, released } from './rules.ts';
import { tasks } from './tasks.ts';

/** A grid, a community or a subdistrict calls; a matter in hand calls by its own act. */
const blowWhistle = entrance({
  name: 'blowWhistle',
  title: t('吹哨', 'Blow the whistle'),
  input: Whistle,
  may(actor) {
    if (!['gridWorker', 'community', 'subdistrict'].includes(actor.role) || actor.unit === null)
      throw new NotYours('mayNotWhistle');
  },
  begin(actor, { place, ...whistle }) {
    if (!covers(actor.place, place)) throw new NotYours('placeNotYours', { place });
    if (whistle.units.some((unit) => unit === actor.unit)) throw new BadInput('callsItself');
    const { unit: caller, role: callerRole, person: calledBy } = actor;
    return { place, facts: factsOf({ ...whistle, caller, callerRole, calledBy }) };
  },
});

/** The caller takes it back, as long as nobody has come. */
const withdrawWhistle: Act = act({
  name: 'withdrawWhistle',
  title: t('撤回吹哨', 'Withdraw the whistle'),
  on: 'process',
  isFinal: true,
  input: Reason,
  may({ state }, actor) {
    mustBeOpen({ state });
    if (!isAskedFor(callerOf(state), actor)) throw new NotYours('notCaller');
    const hasCome = itemsOf(state, 'called').some((item) => calledIn(item).arrivedAt != null);
    if (hasCome) throw new NotNow('unitsArrived');
  },
  decide: (_scene, { input }) => [{ type: 'stopped', ending: 'withdrawn', words: input.grounds }],
});

interface OfCaller<S extends z.ZodType> extends Pick<Act, 'name' | 'title'> {
  readonly input: S;
  may(scene: Scene, item: Item): void;
  decide(scene: Scene, item: Item, input: z.output<S>): Event[];
}

/** What the caller does about one department. */
const ofCaller = <S extends z.ZodType>(described: OfCaller<S>): Act =>
  act({
    ...described,
    on: 'item',
    may: (scene, actor, { item }) => described.may(scene, mustLead(scene, actor, item)),
    decide: (scene, { actor, input, target }) =>
      described.decide(scene, mustLead(scene, actor, target.item), input),
  });

/** Who came, when and with whom, as the caller has seen it: this counts, whatever the department says itself. */
const recordArrival = ofCaller({
  name: 'recordArrival',
  title: t('登记到场', 'Record who came'),
  input: Arrival,
  may: mustBeUnfinished,
  decide: arrivalRecorded,
});

const recordDeed = ofCaller({
  name: 'recordDeed',
  title: t('登记所做工作', 'Record what it did'),
  input: Done,
  may(_scene, item) {
    if (calledIn(item).arrivedAt == null) throw new NotNow('notArrived');
  },
  decide: (_scene, { id: item }, facts) => [{ type: 'itemChanged', item, what: 'deed', facts }],
});

/** Its time to come is over; or it says that it has come, and the caller has not seen it. */
const recordAbsence = ofCaller({
  name: 'recordAbsence',
  title: t('登记未到场', 'Record that it did not come'),
  input: Reason,
  may(scene, item) {
    const { arrivedAt, seenBy, isAbsent } = calledIn(item);
    mustBeUnfinished(scene);
    if (isAbsent) throw new NotNow('alreadyAbsent');
    if (arrivedAt == null) mustBeOverdue(scene, item);
    else if (seenBy === 'caller') throw new NotNow('alreadyArrived');
  },
  decide({ state }, item, { grounds: words }) {
    const facts = { isAbsent: true, arrivedAt: null, isTimely: false };
    return [
      ...released(state, item, 'cancelled'),
      { type: 'itemChanged', item: item.id, what: 'absent', facts, words },
    ];
  },
});

/** A department that is not needed after all is let go, unmarked, before it has come. */
const excuseUnit = ofCaller({
  name: 'excuseUnit',
  title: t('免予到场', 'Let it go'),
  input: Reason,
  may(scene, item) {
    const { arrivedAt, isAbsent } = calledIn(item);
    mustBeUnfinished(scene);
    if (arrivedAt != null) throw new NotNow('alreadyArrived');
    if (isAbsent) throw new NotNow('alreadyAbsent');
  },
  decide: ({ state }, item, { grounds: words }) => [
    ...released(state, item, 'excused'),
    { type: 'itemClosed', item: item.id, ending: 'excused', words },
  ],
});

export const whistle: ProcessDefinition = {
  name: 'whistle',
  title: t('吹哨报到', 'Whistle'),
  source: '[000 001 004]',
  numbers: Numbers,
  entrances: [blowWhistle],
  label: ({ ground }) => groundTitles[Ground.parse(ground)],
  items: { called: t('被吹哨单位', 'Unit called') },
  steps: [
    { name: 'approve', title: t('吹哨审批', 'Approve') },
    { name: 'report', title: t('报到处置', 'Come and work together') },
    { name: 'mark', title: t('评价部门', 'Mark') },
  ],
  paths: [
    ['approve', 'report', t('同意', 'approved')],
    ['approve', 'end', t('不同意、撤回', 'refused, withdrawn')],
    ['report', 'mark', t('处置完毕', 'done')],
    ['report', 'end', t('撤回', 'withdrawn')],
    ['mark', 'end', t('评毕', 'marked')],
  ],
  tasks,
  acts: [withdrawWhistle, recordArrival, recordDeed, recordAbsence, excuseUnit],
  report: ({ state }) => ({ marks: marksIn(state) }),
  bandOf: (begun, numbers) => bandOf(begun, Numbers.parse(numbers).band),
  marks: (state, numbers) => pointsIn(state, Numbers.parse(numbers).weight),
  decider: ({ state }) => approverOf(state),
  tell: () => [],
};
