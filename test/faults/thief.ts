// Stands between the API and Temporal, and takes answers away after Temporal has made them durable.
import { ServiceError } from '@temporalio/client';
import type { WorkflowClientInterceptor } from '@temporalio/client';

/** The API has died with the answer in its hand: whoever waits for it never hears of it. */
export class Died extends Error {}

/** The connection breaks and it is asked again, or the asker dies; undefined lets the answer through. */
type Loss = 'break' | 'death' | undefined;

export interface Thief extends WorkflowClientInterceptor {
  /** How many answers were taken so far. */
  stolen: number;
}

const everyThird = (answer: number): Loss => {
  if (answer % 3 !== 0) return undefined;
  return answer % 2 === 0 ? 'death' : 'break';
};

/** `takes` says what becomes of the n-th answer to an Update; every third one is lost unless it says otherwise. */
export function thief(takes: (answer: number) => Loss = everyThird): Thief {
  let answers = 0;
  const taken: Thief = {
    stolen: 0,
    async startUpdate(input, next) {
      const answer = await next(input);
      const loss = takes((answers += 1));
      if (loss === undefined) return answer;
      taken.stolen += 1;
      if (loss === 'death') throw new Died();
      throw new ServiceError('the connection broke', { cause: new Error('ECONNRESET') });
    },
  };
  return taken;
}
