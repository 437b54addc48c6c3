import { z } from 'zod';
import type { State } from '../../workflows/process/state.ts';
import { highest } from './card.ts';
import type { Course } from './course.ts';

const Id = z.uuid().nullish();

/** What a process that handles a matter notes about it. A process without a kind of matter has no line in the ledger. */
const MatterFacts = z.looseObject({
  kind: z.string(),
  way: z.string(),
  receivedAt: z.string().optional(),
  happenedAt: z.string().nullish(),
  colour: z.string().optional(),
  size: z.string().optional(),
  tier: z.string().optional(),
  lead: Id,
  helpers: z.array(z.uuid()).default([]),
  responsible: Id,
  ratings: z
    .array(z.looseObject({ solved: z.boolean().optional(), satisfaction: z.string().optional() }))
    .default([]),
  score: z.looseObject({ total: z.number() }).optional(),
  mergedInto: Id,
});
type MatterFacts = z.infer<typeof MatterFacts>;

/** The row of `matter`, the ledger's line; none for a process that is not about a matter. */
export function matterRows({ state, number }: Course): object[] {
  const { success, data: facts } = MatterFacts.safeParse(state.facts);
  if (!success) return [];
  const openedAt = facts.receivedAt ?? state.openedAt;
  return [
    {
      ...{
        id: state.id,
        number,
        status: statusOf(state),
        step: state.step,
        kind: facts.kind,
        way: facts.way,
      },
      colour: facts.colour,
      size: facts.size,
      tier: facts.tier,
      place_path: state.place,
      lead_unit_id: facts.lead,
      unit_ids: unitsOf(state, facts),
      responsible_id: facts.responsible,
      ending: state.ending,
      card: highest(state),
      score: facts.score?.total,
      rating: ratingOf(facts),
      ...dueOf(state),
      is_late_entry: facts.happenedAt != null && new Date(facts.happenedAt) < new Date(openedAt),
      merged_into: facts.mergedInto,
      opened_at: openedAt,
      closed_at: state.closedAt,
      happened_at: facts.happenedAt,
    },
  ];
}

/** open, or what ended it while things are still being settled, then closed. */
function statusOf(state: State): string {
  if (state.closedAt !== undefined) return 'closed';
  return state.ending === undefined ? 'open' : 'ending';
}

/** Every unit that has or had a part in it, in a fixed order. */
function unitsOf(state: State, { lead, helpers }: MatterFacts): string[] {
  const asked = Object.values(state.tasks).flatMap(({ performer }) => performer.unit ?? []);
  return [...new Set([...(lead ? [lead] : []), ...helpers, ...asked])].sort();
}

/** Due time of the whole matter; unknown while it is paused. */
function dueOf(state: State): { due_at?: string | null; is_paused: boolean } {
  const clock = Object.values(state.clocks).find(({ of }) => of === 'matter');
  return { due_at: clock?.dueAt, is_paused: clock?.state === 'paused' };
}

/** The worst that a reporter said; null while nobody did. */
function ratingOf({ ratings }: MatterFacts): string | null {
  if (ratings.some(({ solved }) => solved === false)) return 'unsolved';
  const order = ['dissatisfied', 'basically', 'satisfied'];
  return order.find((said) => ratings.some(({ satisfaction }) => satisfaction === said)) ?? null;
}
