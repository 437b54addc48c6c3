// A pack's own example cases: given, when, expected, so that a clerk can check them by hand and nobody puts in force
// what they did not mean.
import type { Calendar, WorkTime } from './calendar.ts';
import type { Example, Examples } from './policy-case.ts';
import { leavesOf, plainText } from './policy-leaves.ts';
import { NotInPack, outcomeOf } from './policy-outcome.ts';
import type { Policy } from './policy.ts';
import { RuleViolation } from './violation.ts';

/** Every case that does not hold under the pack, each in a sentence; none when all hold. */
export function runExamples(policy: Policy, calendar: Calendar, { policy: name, cases }: Examples): string[] {
  const others = name === policy.name ? [] : [`the cases are those of "${name}", not of "${policy.name}"`];
  const time = { calendar, office: policy.office };
  return [...others, ...cases.flatMap((one) => failuresOf(one, policy, time))];
}

function failuresOf({ given, when, expected }: Example, policy: Policy, time: WorkTime): string[] {
  try {
    const differences = differing(expected, outcomeOf(when, policy, time));
    return differences.length === 0 ? [] : [`${given}: ${differences.join(', ')}`];
  } catch (error) {
    if (error instanceof NotInPack) return [`${given}: ${error.message}`];
    if (!(error instanceof RuleViolation)) throw error;
    return [`${given}: the term "${error.facts.term}" cannot be counted from there (${error.code})`];
  }
}

function differing(expected: unknown, got: unknown): string[] {
  const texts = (value: unknown) =>
    new Map(leavesOf(value).map(({ keys, value: one }) => [keys.join('.'), plainText(one)]));
  const [wanted, is] = [texts(expected), texts(got)];
  const paths = [...new Set([...wanted.keys(), ...is.keys()])];
  return paths
    .filter((path) => wanted.get(path) !== is.get(path))
    .map((path) => `${path} should be ${wanted.get(path) ?? 'nothing'} and is ${is.get(path) ?? 'nothing'}`);
}
