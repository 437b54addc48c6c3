// The second line of every process: it strikes what the clocks have to strike, beside the story.
import { condition, proxyActivities } from '@temporalio/workflow';
import type { Shipment } from './contract.ts';
import type { Journal } from './journal.ts';
import type { Pace } from './story.ts';
import { nextMoment, struck } from './strike.ts';

/** The one thing that a workflow asks of the world: the worker's side of recording. */
export interface RecordPort {
  record(shipment: Shipment): Promise<void>;
}

/** While PostgreSQL is away it is tried again for as long as it takes. */
const { record } = proxyActivities<RecordPort>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '20 seconds' },
});

/** Hands everything that is not recorded yet to the activity, and forgets it when that returns. */
export async function ship(journal: Journal, process: string): Promise<void> {
  const entries = journal.unrecorded();
  if (entries.length === 0) return;
  await record({ process, entries });
  journal.recordedUpTo(entries.at(-1)?.seq ?? 0);
}

/** Remembers the next moment until the state has moved: it is asked for after every activation. */
function soonest(journal: Journal, now: () => Date): () => number | undefined {
  let seq = -1;
  let moment: number | undefined;
  return () => {
    const scene = journal.scene(now());
    if (scene.state.seq !== seq) {
      seq = scene.state.seq;
      moment = nextMoment(scene)?.getTime();
    }
    return moment;
  };
}

/**
 * One lazy timer, to the earliest of all open clocks. It is not cancelled when that moves later: it fires,
 * looks, and is set again; only something earlier replaces it (design.md, measured). What a closed window leads to is
 * shipped with it: the story goes on first, or its next task would be known to nobody until somebody acts. The end of
 * the process is shipped by run.ts.
 */
export async function clockLine(
  journal: Journal,
  process: string,
  pace: Pace,
  now: () => Date,
): Promise<void> {
  const next = soonest(journal, now);
  for (;;) {
    await condition(() => next() !== undefined);
    const target = next() ?? 0;
    const isEarlier = () => (next() ?? Infinity) < target;
    if (target > now().getTime()) {
      await condition(isEarlier, target - now().getTime());
    }
    const events = struck(journal.scene(now()));
    if (events.length > 0) {
      journal.append(now(), events);
      await condition(() => pace.isAtRest());
      if (journal.scene(now()).state.ending === undefined) await ship(journal, process);
    }
  }
}
