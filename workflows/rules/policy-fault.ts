// What is wrong with a pack, each thing with the path where it stands.
import type { z } from 'zod';

/** `text` is the whole of it for people: the path, and what is wrong there. */
export interface Fault {
  path: string;
  text: string;
}

export const faultAt = (path: string, says: string): Fault => ({ path, text: `${path}: ${says}` });

export const unknownAt = (path: string): Fault => ({ path, text: `${path} is not known` });

/** The faults that a schema found; `prefix` is where in the pack it looked. */
export function shapeFaults(issues: readonly z.core.$ZodIssue[], ...prefix: string[]): Fault[] {
  return issues.flatMap((issue) => {
    const at = (...keys: PropertyKey[]) =>
      [...prefix, ...issue.path, ...keys].map(String).join('.') || 'the whole document';
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownAt(at(key)));
    return [faultAt(at(), issue.message)];
  });
}

/** Each said once. */
export function withoutRepeats(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [fault.text, fault])).values()];
}
