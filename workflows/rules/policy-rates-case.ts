import type { OfCallBacks } from './policy-case.ts';
import { rates } from './rates.ts';
import type { CallBack, RatesPolicy } from './rates.ts';

/** The weighted total of the three rates, to two decimals. */
export function ratesTotal(counts: OfCallBacks['callBacks'], policy: RatesPolicy): number | null {
  const callBacks = Array.from({ length: counts.valid }, (_, i): CallBack => {
    const satisfied = i < counts.satisfied ? 'satisfied' : 'basically';
    const isBad = i >= counts.satisfied + counts.basically;
    return {
      ...{ id: String(i), valid: true, contacted: i < counts.contacted, solved: i < counts.solved },
      satisfied: isBad ? 'dissatisfied' : satisfied,
    };
  });
  const total = rates(callBacks, policy)?.total;
  return total === undefined ? null : Math.round(total * 100) / 100;
}
