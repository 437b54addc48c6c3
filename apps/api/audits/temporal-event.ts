import { z } from 'zod';

const Payloads = z
  .object({ payloads: z.array(z.object({ data: z.string().optional() })).optional() })
  .optional();

/** One event of a Temporal history in its JSON form, as far as an audit reads it. */
export const TemporalEvent = z.looseObject({
  eventId: z.string(),
  eventTime: z.string(),
  eventType: z.string().transform((type) => type.replace(/^EVENT_TYPE_/, '')),
  workflowExecutionUpdateAcceptedEventAttributes: z
    .object({
      acceptedRequest: z.object({
        meta: z.object({ updateId: z.string() }),
        input: z.object({ name: z.string() }),
      }),
    })
    .optional(),
  workflowExecutionUpdateCompletedEventAttributes: z
    .object({
      meta: z.object({ updateId: z.string() }),
      outcome: z.object({ success: Payloads }).optional(),
    })
    .optional(),
  activityTaskScheduledEventAttributes: z
    .object({ activityType: z.object({ name: z.string() }), input: Payloads })
    .optional(),
  timerStartedEventAttributes: z.object({ startToFireTimeout: z.string() }).optional(),
});
export type TemporalEvent = z.infer<typeof TemporalEvent>;

/** A whole history as it is archived: canonical JSON of what the server gave. */
export const TemporalHistory = z.object({ events: z.array(TemporalEvent) });

const Carried = z.object({ entries: z.array(z.looseObject({ seq: z.int() })).default([]) });

/** The entries that an event carries: in the answer to an Update, or on their way to be recorded. */
export function entriesIn(event: TemporalEvent): { seq: number }[] {
  const answered = event.workflowExecutionUpdateCompletedEventAttributes?.outcome?.success;
  const shipped = event.activityTaskScheduledEventAttributes?.input;
  const payloads = (answered ?? shipped)?.payloads ?? [];
  return payloads.flatMap(({ data }) => Carried.safeParse(jsonOf(data)).data?.entries ?? []);
}

function jsonOf(data: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(data ?? '', 'base64').toString());
  } catch {
    return undefined; // no JSON of ours
  }
}
