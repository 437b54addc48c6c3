// What a database that is not there looks like, seen through pg and through Prisma.
import { z } from 'zod';

/** PostgreSQL cannot be reached, is starting or is going down: nothing was done, come again later (503). */
export class DatabaseAway extends Error {
  constructor(cause: unknown) {
    super('The database cannot be reached at the moment.', { cause });
    this.name = 'DatabaseAway';
  }
}

/** Classes 08 (connection), 57P (operator intervention), 53300 (too many connections); Node's and Prisma's names. */
const AWAY =
  /^(08...|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|P1001|P1002|P1008|P1017)$/;

/** pg has no codes for these. */
const AWAY_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end/;

/** Errors are looked at by their shape: those of Node may come from another realm. Anything fits; what is missing is undefined. */
const Shape = z.looseObject({
  code: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  errors: z.array(z.unknown()).catch([]),
  cause: z.unknown().optional(),
});

/** Whether an error, or what caused it, says that the database is away. */
export function isAway(error: unknown): boolean {
  if (error instanceof DatabaseAway) return true;
  const { success, data } = Shape.safeParse(error);
  if (!success) return false;
  const { code = '', message = '', errors, cause } = data;
  return AWAY.test(code) || AWAY_WORDS.test(message) || errors.some(isAway) || isAway(cause);
}

/** The error to throw on: DatabaseAway where it is that, else what it was. */
export const namedError = (error: unknown): unknown =>
  isAway(error) && !(error instanceof DatabaseAway) ? new DatabaseAway(error) : error;
