import type { z } from 'zod';
import { BadInput, RuleViolation } from '../../workflows/rules/violation.ts';

/** Nobody is signed in, or what was shown (password, token, code) does not open this door. 401 */
export class NotSignedIn extends RuleViolation {}

/** One field does not fit what is there already; told at that field. 422 */
export class BadField extends BadInput {
  constructor(
    readonly field: string,
    code: string,
    facts: Readonly<Record<string, string | number>> = {},
  ) {
    super(code, facts);
  }
}

/** There is no such thing. 404 */
export class NotFound extends RuleViolation {
  constructor(what = 'not-found') {
    super(what);
  }
}

/** Asked too often; `seconds` until the next try is taken. 429 */
export class TooOften extends RuleViolation {
  constructor(
    code: string,
    readonly seconds: number,
  ) {
    super(code, { seconds });
  }
}

/** The request itself is not as the contract says. 400 */
export class BadRequest extends RuleViolation {}

/** A file is of a type that is not taken. 415 */
export class WrongType extends RuleViolation {}

/** Something this needs is away for the moment; nothing was done. 503 */
export class NotAvailable extends RuleViolation {}

/** What was sent does not fit its schema. Kept with the value, so that the faults can be told in any language. 400 */
export class Malformed extends RuleViolation {
  constructor(
    readonly schema: z.ZodType,
    readonly value: unknown,
    code = 'malformed',
  ) {
    super(code);
  }
}
