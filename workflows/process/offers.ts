// What this actor may do now: the same rules that the validators ask, asked for every act and target.
import { RuleViolation } from '../rules/violation.ts';
import type { Actor } from './actor.ts';
import type { Act, Scene, Target } from './definition.ts';
import { allActs } from './acts.ts';
import { openTasks } from './state.ts';

/** An act that may be done, on which target, in which capacity. */
export interface Offer {
  readonly act: Act;
  readonly target?: string;
  readonly actor: Actor;
}

function isAllowed(act: Act, scene: Scene, actor: Actor, target: Target): boolean {
  try {
    act.may(scene, actor, target);
    return true;
  } catch (error) {
    if (error instanceof RuleViolation) return false;
    throw error;
  }
}

function targetsOf(act: Act, scene: Scene): { id?: string; target: Target }[] {
  if (act.on === 'process') return [{ target: {} }];
  if (act.on === 'task') return openTasks(scene.state).map((task) => ({ id: task.id, target: { task } }));
  if (act.on === 'item')
    return Object.values(scene.state.items).map((item) => ({ id: item.id, target: { item } }));
  return Object.values(scene.state.cards).map((card) => ({ id: card.id, target: { card } }));
}

/** Every act that one of the person's capacities may do now; the first capacity that fits is taken. */
export function offers(scene: Scene, actors: readonly Actor[]): Offer[] {
  const offerable = allActs(scene.definition).filter(({ isUnoffered }) => isUnoffered !== true);
  return offerable.flatMap((act) =>
    targetsOf(act, scene).flatMap(({ id, target }) => {
      const actor = actors.find((candidate) => isAllowed(act, scene, candidate, target));
      return actor === undefined ? [] : [{ act, target: id, actor }];
    }),
  );
}

/** The target that an id names in this state. */
export function targetOf(scene: Scene, act: Act, id: string | undefined): Target {
  if (id === undefined) return {};
  if (act.on === 'item') return { item: scene.state.items[id] };
  return act.on === 'card' ? { card: scene.state.cards[id] } : { task: scene.state.tasks[id] };
}

/**
 * The capacity in which the person does the act. Throws the refusal of the first capacity when none fits,
 * so that the clerk learns why.
 */
export function capacityFor(scene: Scene, act: Act, actors: readonly Actor[], id?: string): Actor {
  const target = targetOf(scene, act, id);
  const fitting = actors.find((candidate) => isAllowed(act, scene, candidate, target));
  const actor = fitting ?? actors[0];
  if (actor === undefined) throw new RuleViolation('noCapacity');
  if (fitting === undefined) act.may(scene, actor, target);
  return actor;
}
