// A pack's own example cases: given, when, expected, so that a clerk can check them by hand and nobody puts in force
// what they did not mean.
import type { Calendar, WorkTime } from './calendar.ts';
import type { Example, Examples } from './policy-case.ts';
import { leavesOf, plainText } from './policy-leaves.ts';
import { NotInPack, outcomeOf } from './policy-outcome.ts';
import type { Policy } from './policy.ts';
import { RuleViolation } from './violation.ts';

/** A case that was tried. `wrong` says in what it does not hold, each in a sentence; nothing when it holds. */
export interface Tried {
  example: Example;
  wrong: string[];
}

/** Every case that does not hold under the pack, each in a sentence; none when all hold. */
export function runExamples(policy: Policy, calendar: Calendar, examples: Examples): string[] {
  const { policy: name } = examples;
  const others = name === policy.name ? [] : [`the cases are those of "${name}", not of "${policy.name}"`];
  const failing = tryExamples(policy, calendar, examples).filter(({ wrong }) => wrong.length > 0);
  return [...others, ...failing.map(({ example, wrong }) => `${example.given}: ${wrong.join(', ')}`)];
}

/** Every case with what came of it. */
export const tryExamples = (policy: Policy, calendar: Calendar, { cases }: Examples): Tried[] =>
  cases.map((example) => ({
    example,
    wrong: wrongIn(example, policy, { calendar, office: policy.office }),
  }));

function wrongIn({ when, expected }: Example, policy: Policy, time: WorkTime): string[] {
  try {
    return differing(expected, outcomeOf(when, policy, time));
  } catch (error) {
    if (error instanceof NotInPack) return [error.message];
    if (!(error instanceof RuleViolation)) throw error;
    return [`the term "${error.facts.term}" cannot be counted from there (${error.code})`];
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
