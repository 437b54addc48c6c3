import type { Actor, Performer } from '../../../workflows/process/actor.ts';
import { covers } from '../../../workflows/process/actor.ts';
import type { Scene, Target } from '../../../workflows/process/definition.ts';
import type { Item, State } from '../../../workflows/process/state.ts';
import { NotNow, NotYours } from '../../../workflows/rules/violation.ts';

/** The community of the place. */
export const communityOf = ({ place }: State): Performer => ({ role: 'community', place });

export function mustBeCommunity({ state }: Scene, { role, place }: Actor): void {
  if (state.ending !== undefined) throw new NotNow('processEnded', { ending: state.ending });
  if (role !== 'community' || !covers(place, state.place)) throw new NotYours('notPerformer');
}

/** A tree that is still to be planted. */
export function openTree({ item }: Target): Item {
  if (item === undefined || item.kind !== 'tree') throw new NotNow('noSuchTask');
  if (item.closedAt !== undefined) throw new NotNow('taskSettled', { outcome: item.ending ?? '' });
  return item;
}
