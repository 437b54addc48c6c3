// Pure rules: calendars, terms, clocks, ladders, scores. Nothing here reads a clock, a network or a file;
// `now` is always an argument, so that every verdict can be computed again years later.

/** Why a rule said no. `code` is stable and names the sentence shown to people; `facts` fill its gaps. */
export class RuleViolation extends Error {
  constructor(
    readonly code: string,
    readonly facts: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
    this.name = new.target.name;
  }
}

/** The person does not hold the role, unit or relation that the act asks for. */
export class NotYours extends RuleViolation {}

/** The act is right in itself, but not in the state that the process is in. */
export class NotNow extends RuleViolation {}

/** What was filled in does not fit the policy in force. */
export class BadInput extends RuleViolation {}
