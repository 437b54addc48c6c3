import { z } from 'zod';
import type { DeadlinePolicy, Policy } from '../../../workflows/rules/policy.ts';

const Branch = z.record(z.string(), z.string());

/** The term of each class: the pack's own classes, and for a whole pack its terms by path (`analyse`, `handle.red`). */
export function termsByClass(policy: DeadlinePolicy | Policy): ReadonlyMap<string, string> {
  const classes = Object.entries(policy.classes).map(([name, { term }]): [string, string] => [name, term]);
  const terms =
    'terms' in policy ? Object.entries(policy.terms).flatMap(([name, value]) => byPath(name, value)) : [];
  // Named first, and they win: the pack's own classes are what people ask for.
  return new Map([...classes, ...terms, ...classes]);
}

function byPath(name: string, value: unknown): [string, string][] {
  if (typeof value === 'string') return [[name, value]];
  return Object.entries(Branch.parse(value)).map(([key, term]) => [`${name}.${key}`, term]);
}
