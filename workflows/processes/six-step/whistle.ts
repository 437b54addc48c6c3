import { isAskedFor } from '../../process/actor.ts';
import type { Actor } from '../../process/actor.ts';
import { Whistle } from '../../process/asked-alike.ts';
import type { Act, Scene } from '../../process/definition.ts';
import { act } from '../../process/definition.ts';
import { factsOf } from '../../process/event.ts';
import { t } from '../../process/field.ts';
import { begun } from '../../process/follow.ts';
import { mustBeOpen } from '../../process/items.ts';
import { runs } from '../../process/numbers.ts';
import { BadInput, NotNow, NotYours } from '../../rules/violation.ts';
import { dispatcher, factsIn } from './rules.ts';

/** Whoever dispatches the matter, or leads it. */
function isInCharge({ state }: Scene, actor: Actor): boolean {
  const { lead } = factsIn(state);
  if (actor.unit === null) return false;
  return isAskedFor(dispatcher(state), actor) || (lead !== undefined && isAskedFor({ unit: lead }, actor));
}

/** Several departments are called at once 吹哨 to where it is: a process of its own, whose end is noted on the matter. */
export const blowWhistle: Act = act({
  name: 'blowWhistle',
  title: t('吹哨', 'Blow the whistle'),
  on: 'process',
  input: Whistle,
  may(scene, actor) {
    mustBeOpen(scene);
    if (scene.state.step !== 'handle') throw new NotNow('notBeingHandled');
    if (!runs(scene.policy, 'whistle')) throw new NotNow('notInThisTown');
    if (!isInCharge(scene, actor)) throw new NotYours('mayNotWhistle');
  },
  decide(scene, { actor, input }) {
    const { unit: caller, role: callerRole, person: calledBy } = actor;
    if (input.units.some((unit) => unit === caller)) throw new BadInput('callsItself');
    const facts = factsOf({ ...input, caller, callerRole, calledBy });
    return [begun(scene, 'whistle', { place: scene.state.place, facts })];
  },
});
