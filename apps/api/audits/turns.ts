import { z } from 'zod';
import { entriesIn } from './temporal-event.ts';
import type { TemporalEvent } from './temporal-event.ts';

/** What made the process move: its start, an act (an Update), a timer, an activity that ended, or something else. */
const Cause = z.object({
  kind: z.enum(['start', 'update', 'timer', 'activity', 'other']),
  name: z.string(),
  /** The Update's id: that of the command, where a person acted. */
  id: z.string().nullable(),
});
type Cause = z.infer<typeof Cause>;

/** What happened in one workflow task: why it ran, the events, and the entries of the journal that came out of it. */
export const Turn = z.object({
  id: z.string(),
  at: z.string(),
  causes: z.array(Cause),
  entries: z.array(z.int()),
  events: z.array(z.object({ id: z.string(), at: z.string(), type: z.string(), note: z.string() })),
});
export type Turn = z.infer<typeof Turn>;

/** What a completed workflow task leaves behind; anything else begins the next. */
const results =
  /^(WORKFLOW_EXECUTION_UPDATE_(ACCEPTED|COMPLETED)|TIMER_(STARTED|CANCELED)|ACTIVITY_TASK_(SCHEDULED|CANCEL_REQUESTED)|MARKER_RECORDED|WORKFLOW_EXECUTION_(COMPLETED|FAILED|CANCELED|CONTINUED_AS_NEW)|UPSERT_WORKFLOW_SEARCH_ATTRIBUTES)$/;

/** Folds a history by workflow task, in order. */
export function turnsOf(events: readonly TemporalEvent[]): Turn[] {
  const groups: TemporalEvent[][] = [];
  for (const event of events) {
    const last = groups.at(-1);
    const isOver = last?.some(({ eventType }) => eventType === 'WORKFLOW_TASK_COMPLETED') === true;
    if (last === undefined || (isOver && !results.test(event.eventType))) groups.push([event]);
    else last.push(event);
  }
  const known = new Set<number>();
  return groups.map((group) => turnOf(group, known));
}

/** An entry is repeated until it is known to be recorded: it belongs to where it was first said. */
function turnOf(group: readonly TemporalEvent[], known: Set<number>): Turn {
  const carried = group.flatMap(entriesIn).map(({ seq }) => seq);
  const entries = [...new Set(carried)].filter((seq) => !known.has(seq)).sort((a, b) => a - b);
  entries.forEach((seq) => known.add(seq));
  const [first] = group;
  return {
    id: first?.eventId ?? '',
    at: first?.eventTime ?? '',
    causes: group.flatMap((event) => causeOf(event) ?? []),
    entries,
    events: group.map((event) => ({
      ...{ id: event.eventId, at: event.eventTime, type: event.eventType, note: noteOf(event) },
    })),
  };
}

const plain: Readonly<Record<string, Cause['kind']>> = {
  WORKFLOW_EXECUTION_STARTED: 'start',
  TIMER_FIRED: 'timer',
  ACTIVITY_TASK_COMPLETED: 'activity',
  ACTIVITY_TASK_FAILED: 'other',
  WORKFLOW_TASK_FAILED: 'other',
  WORKFLOW_TASK_TIMED_OUT: 'other',
  WORKFLOW_EXECUTION_SIGNALED: 'other',
};

function causeOf(event: TemporalEvent): Cause | undefined {
  const accepted = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest;
  if (accepted !== undefined)
    return { kind: 'update', name: accepted.input.name, id: accepted.meta.updateId };
  const kind = plain[event.eventType];
  return kind === undefined ? undefined : { kind, name: event.eventType, id: null };
}

function noteOf(event: TemporalEvent): string {
  const accepted = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest;
  if (accepted !== undefined) return `${accepted.input.name} · ${accepted.meta.updateId}`;
  return (
    event.workflowExecutionUpdateCompletedEventAttributes?.meta.updateId ??
    event.timerStartedEventAttributes?.startToFireTimeout ??
    event.activityTaskScheduledEventAttributes?.activityType.name ??
    ''
  );
}
