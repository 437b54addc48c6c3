import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { Proposed } from '../../../prisma/proposals.ts';
import type { Proposal } from '../../../prisma/proposals.ts';
import { Policy } from '../../../workflows/rules/policy.ts';
import { differenceOf } from '../../../workflows/rules/policy-diff.ts';
import type { Language } from '../language.ts';
import { titlesOf } from '../matters/titles.ts';
import { timeOf, timeOrNull } from '../wire.ts';

export const ProposalTaken = z.object({
  id: z.uuid(),
  what: Proposed,
  name: z.string(),
  version: z.string(),
  inForceFrom: z.string(),
});

export const ProposalShown = ProposalTaken.extend({
  proposedBy: z.string().nullable(),
  proposedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  verdict: z.string().nullable(),
  /** What it changes against the version before, in sentences. */
  difference: z.array(z.string()),
});

/** A proposal with the names of who made and who decided it, and what it changes. */
export async function proposalShown(
  db: Database,
  proposal: Proposal,
  language: Language,
): Promise<z.infer<typeof ProposalShown>> {
  const { id, what, name, version, inForceFrom, proposedAt, proposedBy, decidedBy, decidedAt, verdict } =
    proposal;
  const people = decidedBy === null ? [proposedBy] : [proposedBy, decidedBy];
  const { person } = await titlesOf(db, language, { people });
  return {
    ...{ id, what, name, version, verdict, inForceFrom: timeOf(inForceFrom) },
    ...{ proposedAt: timeOf(proposedAt), proposedBy: person(proposedBy)?.title ?? null },
    ...{ decidedAt: timeOrNull(decidedAt), decidedBy: person(decidedBy)?.title ?? null },
    difference: what === 'policy' ? await differenceIn(db, proposal, language) : [],
  };
}

/** What it changes, in words, against what was in force when it was proposed. */
async function differenceIn(
  { pool }: Database,
  { name, version, body, proposedAt }: Proposal,
  language: Language,
): Promise<string[]> {
  const { rows } = await pool.query<{ body: unknown }>(
    `select body from policy_version where name = $1 and version <> $2 and in_force_from <= $3
     order by in_force_from desc limit 1`,
    [name, version, proposedAt],
  );
  const before = Policy.safeParse(rows[0]?.body);
  return before.success ? differenceOf(before.data, Policy.parse(body), language) : [];
}
