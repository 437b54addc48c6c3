import { z } from 'zod';
import { highest } from './card.ts';
import type { Course } from './course.ts';
import { dueOf, statusOf, unitsOf } from './standing.ts';

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
  responsible: Id,
  ratings: z
    .array(z.looseObject({ solved: z.boolean().optional(), satisfaction: z.string().optional() }))
    .default([]),
  score: z.looseObject({ total: z.number(), lines: z.array(z.json()).default([]) }).optional(),
  exclusion: z.string().nullish(),
  isExcluded: z.boolean().default(false),
  rehandlings: z.int().default(0),
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
      unit_ids: unitsOf(state),
      responsible_id: facts.responsible,
      ending: state.ending,
      card: highest(state),
      score: facts.score?.total,
      rating: ratingOf(facts),
      judged: judgedOf(facts),
      ...dueOf(state),
      is_late_entry: facts.happenedAt != null && new Date(facts.happenedAt) < new Date(openedAt),
      merged_into: facts.mergedInto,
      opened_at: openedAt,
      closed_at: state.closedAt,
      happened_at: facts.happenedAt,
    },
  ];
}

/** What rates and scorecards ask of a matter that is scored; the state itself is too large to be read by the thousand. */
function judgedOf({ score, ratings, exclusion, isExcluded, rehandlings }: MatterFacts): object | null {
  if (score === undefined) return null;
  return { ratings, lines: score.lines, isExcluded, rehandlings, ...(exclusion ? { exclusion } : {}) };
}

/** The worst that a reporter said; null while nobody did. */
function ratingOf({ ratings }: MatterFacts): string | null {
  if (ratings.some(({ solved }) => solved === false)) return 'unsolved';
  const order = ['dissatisfied', 'basically', 'satisfied'];
  return order.find((said) => ratings.some(({ satisfaction }) => satisfaction === said)) ?? null;
}
