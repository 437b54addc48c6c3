import type { InForce } from '../../../prisma/policies.ts';
import { dueAt } from '../../../workflows/rules/term.ts';
import { BadInput } from '../../../workflows/rules/violation.ts';
import { type Say, chosen } from './choice.ts';
import { BadRow } from './fault.ts';
import type { Mapping } from './mapping.ts';

/** The term of a row: its own, or that of its class under the policy. Throws BadRow. */
export function termIn({ term, class: ofClass = {} }: Mapping, { policy }: InForce, say: Say): string {
  if (term) return chosen('term', term, say);
  const name = chosen('class', ofClass, say);
  const found = Object.hasOwn(policy.classes, name) ? policy.classes[name] : undefined;
  if (!found) throw new BadRow(`class: the policy ${policy.name} has no class "${name}"`);
  return found.term;
}

/** Sees to it that each clock can be started: inside a process it would be too late to say no. Throws BadRow. */
export function mustCount(
  start: Date,
  terms: readonly string[],
  { policy: { office }, calendar }: InForce,
): void {
  for (const term of terms) {
    try {
      dueAt(start, term, { office, calendar });
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      throw new BadRow(said(error, term));
    }
  }
}

function said({ code, facts }: BadInput, term: string): string {
  if (code === 'calendar.before')
    return `opened: lies before ${facts['from']}, where the calendar "${facts['calendar']}" begins`;
  if (code === 'term.reach') return `term: "${term}" goes past what the calendar can reach`;
  return `term: "${term}" is not a term like 30min, 24h, 7d, 3d-eod, 1mo, 4wh or 5wd-eod`;
}
