import './jitless.ts';
import { z } from 'zod';

/** A problem document (RFC 9457) as the API sends it, already in the reader's language. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().default(''),
  request: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** The API said no, in a sentence that can be shown as it is. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly problem: Problem) {
    super(problem.detail === '' ? problem.title : problem.detail);
  }
}

/** Nobody answered: the network or the server is away. The same request may be sent again. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** The answer has not the form that was agreed on: console and server are of different versions. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** The status of a refusal; undefined for every other error. */
export const statusOf = (error: unknown): number | undefined =>
  error instanceof Refused ? error.problem.status : undefined;

/** What was found wrong with each field: JSON pointer without `#` to a sentence. */
export function faultsOf(error: unknown): Readonly<Record<string, string>> {
  const errors = error instanceof Refused ? (error.problem.errors ?? []) : [];
  return Object.fromEntries(errors.map(({ pointer, detail }) => [pointer.replace(/^#?\//, ''), detail]));
}
