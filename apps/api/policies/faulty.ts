// Packs and calendars through the door: proposed, looked over, put in force by a second person, and running processes
// moved to them. What a pack may be is said in workflows/rules.
import type { Fault } from '../../../workflows/rules/policy-fault.ts';
import { RuleViolation } from '../../../workflows/rules/violation.ts';

/** A pack or calendar that may not be put in force; every fault of it is told. 422 */
export class Faulty extends RuleViolation {
  constructor(readonly faults: readonly Fault[]) {
    super('pack-faulty', { count: faults.length });
  }
}
