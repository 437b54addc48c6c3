// What may be done from above and from the side: urge 催办, comment, cancel, lift a wrong card.
import { z } from 'zod';
import { NotNow, NotYours } from '../../rules/violation.ts';
import type { Actor } from '../actor.ts';
import { isAskedFor, supervises } from '../actor.ts';
import type { Act, Scene } from '../definition.ts';
import { act } from '../definition.ts';
import { t, words } from '../field.ts';
import { mustBeOpen } from '../items.ts';
import type { Task } from '../state.ts';
import { openTask } from '../task.ts';

function mustSupervise(scene: Scene, actor: Actor): void {
  if (!supervises(actor, scene.state.place)) throw new NotYours('notSupervisor');
}

/** A supervisor calls the holder at once, besides the ladder. */
export const urgeTask: Act = act({
  name: 'urgeTask',
  title: t('催办', 'Urge'),
  on: 'task',
  input: z.strictObject({ words: words(t('催办内容', 'Message'), 500) }),
  may(scene, actor, target) {
    openTask(target);
    mustSupervise(scene, actor);
  },
  decide: (_scene, { input, target }) => [{ type: 'urged', task: openTask(target).id, words: input.words }],
});

const isInvolved = (scene: Scene, actor: Actor): boolean =>
  Object.values(scene.state.tasks).some((task) => isAskedFor(task.performer, actor)) ||
  supervises(actor, scene.state.place);

/** Whoever had or has a part in it may add words; the record shows who and when. */
export const comment: Act = act({
  name: 'comment',
  title: t('留言', 'Comment'),
  on: 'process',
  input: z.strictObject({ words: words(t('内容', 'Words')) }),
  may(scene, actor) {
    mustBeOpen(scene);
    if (!isInvolved(scene, actor)) throw new NotYours('notInvolved');
  },
  decide: (_scene, { input }) => [{ type: 'commented', words: input.words }],
});

/** A supervisor ends the whole process, with grounds; clocks and open tasks end with it. */
export const cancelProcess: Act = act({
  name: 'cancelProcess',
  title: t('撤销事项', 'Cancel the matter'),
  on: 'process',
  isFinal: true,
  input: z.strictObject({ grounds: words(t('撤销理由', 'Grounds')) }),
  may(scene, actor) {
    mustBeOpen(scene);
    mustSupervise(scene, actor);
  },
  decide: (scene, { input }) => [
    { type: 'stopped', ending: 'cancelled', words: input.grounds },
    ...scene.definition.tell(scene, 'cancelled'),
  ],
});

/** A wrong card is lifted by a decision with reason and approver, never deleted (fine point 6). */
export const liftCard: Act = act({
  name: 'liftCard',
  title: t('撤销此牌', 'Lift the card'),
  on: 'card',
  isFinal: true,
  input: z.strictObject({ grounds: words(t('撤牌理由', 'Grounds')) }),
  may(scene, actor, { card }) {
    mustBeOpen(scene);
    if (card === undefined) throw new NotNow('noSuchCard');
    if (card.liftedAt !== undefined) throw new NotNow('alreadyLifted');
    mustSupervise(scene, actor);
    if (actor.unit !== null && actor.unit === card.unit) throw new NotYours('ownCard');
  },
  decide: (_scene, { input, target }) => [
    { type: 'cardLifted', card: target.card?.id ?? '', reason: input.grounds },
  ],
});

/** The task that leads now: another than the one it was opened for when that was returned or reassigned. */
function leadOf(scene: Scene, { about }: Task): Task | undefined {
  const first = about === undefined ? undefined : scene.state.tasks[about];
  return Object.values(scene.state.tasks).findLast(({ kind }) => kind === first?.kind);
}

/** The lead, or who dispatched, lets a co-handler go whose part is no longer needed. */
export const excuseTask: Act = act({
  name: 'excuseTask',
  title: t('免除协办', 'Excuse the co-handler'),
  on: 'task',
  input: z.strictObject({ grounds: words(t('理由', 'Grounds')) }),
  may(scene, actor, target) {
    const task = openTask(target);
    const lead = leadOf(scene, task);
    const isExcusable = scene.definition.tasks[task.kind]?.isExcusable === true && lead !== undefined;
    if (!isExcusable) throw new NotNow('notExcusable');
    const mayDecide =
      isAskedFor(lead.performer, actor) || isAskedFor(scene.definition.decider(scene, lead, 0), actor);
    if (!mayDecide) throw new NotYours('notLead');
  },
  decide: (_scene, { input, target }) => [
    { type: 'taskEnded', task: openTask(target).id, how: 'excused', reason: input.grounds },
  ],
});

/** A message could not be delivered: the deliverer says so, and a person has to call. */
export const reportUndelivered: Act = act({
  name: 'reportUndelivered',
  title: t('送达失败', 'Report as undelivered'),
  on: 'process',
  input: z.strictObject({ matter: z.uuid(), what: z.string(), channel: z.string() }),
  may(scene, actor) {
    mustBeOpen(scene);
    if (actor.role !== 'system') throw new NotYours('systemOnly');
  },
  decide: (scene, { input }) => scene.definition.undelivered?.(scene, input.matter, input.what) ?? [],
});
