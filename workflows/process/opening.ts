// What a Temporal Schedule starts: it says which process is to begin where, and for which moment of the calendar.
import { proxyActivities, workflowInfo } from '@temporalio/workflow';

/** A process that the calendar wants begun in a place (its path); `at` lies in the period that it begins for. */
export interface Opened {
  readonly process: string;
  readonly place: string;
  readonly at: string;
}

/** The worker's side: files the start in the outbox, once for a period. */
export interface OpenPort {
  open(opened: Opened): Promise<void>;
}

/** While PostgreSQL is away it is tried again for as long as it takes. */
const { open } = proxyActivities<OpenPort>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** Set by the server on what a schedule starts: the moment that it was planned for, however late it is. */
const SCHEDULED = { name: 'TemporalScheduledStartTime', type: 'DATETIME' } as const;

/** One opening by the calendar; started by hand it is for now. */
export async function opening(wish: Omit<Opened, 'at'>): Promise<void> {
  const { typedSearchAttributes, startTime } = workflowInfo();
  const at = typedSearchAttributes.get(SCHEDULED) ?? startTime;
  await open({ ...wish, at: at.toISOString() });
}
