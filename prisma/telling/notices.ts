import type { Entry, Event } from '../../workflows/process/event.ts';
import type { State } from '../../workflows/process/state.ts';
import { localKey } from '../project/course.ts';
import { recipientsOf } from './recipients.ts';
import type { Staff } from './staff.ts';

/** A row of `notice`. */
export type Notice = {
  id: string;
  process_id: string;
  task_id: string | null;
  person_id: string | null;
  for_id: string | null;
  channel: string;
  template: string;
  facts: object;
  not_before: string;
  delivered_at: string | null;
  failed_at: string | null;
  failure: string | null;
};

type Of<T extends Event['type']> = Extract<Event, { type: T }>;

/** Whether the entry is told to staff, so that posts have to be known. */
export const isTold = ({ event }: Entry): boolean =>
  event.type === 'urged' || (event.type === 'rungReached' && !event.isOvertaken);

/** What a notice needs besides its event. `state` is the state after the entry, `now` the moment of recording. */
export type Moment = { entry: Entry; state: State; now: Date };

/** The notices to staff that an entry gives rise to. */
export function noticesOf(moment: Moment, staff: Staff): Notice[] {
  const { event } = moment.entry;
  if (event.type === 'urged') return urged(event, moment, staff);
  if (event.type === 'taskAssigned') return handed(event, moment);
  return event.type === 'rungReached' && !event.isOvertaken ? reached(event, moment, staff) : [];
}

function reached(event: Of<'rungReached'>, moment: Moment, staff: Staff): Notice[] {
  const { task, clock, to, channels, rung, does, card, noticeAt, replyDueAt } = event;
  const { state } = moment;
  const about = task === undefined ? undefined : state.tasks[task];
  const facts = {
    rung,
    does,
    kind: about?.kind,
    step: state.step,
    dueAt: state.clocks[clock]?.dueAt,
    card,
    replyDueAt,
  };
  return recipientsOf(to, about, state, staff).flatMap((recipient) =>
    channels.map((channel) => ({
      ...notice(moment, {
        channel,
        template: does,
        to: recipient,
        task,
        notBefore: sentAt(noticeAt, moment),
      }),
      facts: { ...facts, as: recipient.as },
    })),
  );
}

function urged({ task, words }: Of<'urged'>, moment: Moment, staff: Staff): Notice[] {
  const about = moment.state.tasks[task];
  const facts = { words, kind: about?.kind, step: moment.state.step };
  const notBefore = moment.now.toISOString();
  return recipientsOf(['holder'], about, moment.state, staff).flatMap((to) =>
    ['console', 'email'].map((channel) => ({
      ...notice(moment, { channel, template: 'urged', to, task, notBefore }),
      facts: { ...facts, as: to.as },
    })),
  );
}

/** The colleague is told what has come to him, and who held it what has gone; nobody of what he did himself. */
function handed({ task, to, from, words, for: inSteadOf }: Of<'taskAssigned'>, moment: Moment): Notice[] {
  const { state, entry } = moment;
  const author = entry.by?.person;
  const kind = state.tasks[task]?.kind;
  const { dueAt } = state.clocks[state.tasks[task]?.clock ?? ''] ?? {};
  const notBefore = moment.now.toISOString();
  const told = [
    { template: 'assigned', to: { person: to, for: inSteadOf ?? null }, words },
    ...(from === undefined || from === to
      ? []
      : [{ template: 'takenOver', to: { person: from, for: null }, words: undefined }]),
  ];
  return told
    .filter(({ to: { person } }) => person !== author)
    .flatMap(({ words: said, ...one }) =>
      ['console', 'email'].map((channel) => ({
        ...notice(moment, { ...one, channel, task, notBefore }),
        facts: { kind, step: state.step, dueAt, words: said },
      })),
    );
}

type Sending = {
  channel: string;
  template: string;
  to?: { person: string | null; for: string | null };
  task?: string;
  notBefore: string;
};

/** A row of its own id, made from what it is about, so that the same entry never tells twice. */
export function notice(
  { entry, state }: Moment,
  { channel, template, to, task, notBefore }: Sending,
): Notice {
  return {
    id: [localKey(state.id, `n${entry.seq}`), channel, ...(to?.person ? [to.person] : [])].join('.'),
    process_id: state.id,
    task_id: task === undefined ? null : localKey(state.id, task),
    person_id: to?.person ?? null,
    for_id: to?.for ?? null,
    ...{ channel, template, facts: {}, not_before: notBefore },
    // The console shows it from that moment on; everything else is delivered by the relay.
    delivered_at: channel === 'console' ? notBefore : null,
    ...{ failed_at: null, failure: null },
  };
}

/** When it may go out. Where the process's time runs ahead of ours (a rehearsal), only the wait itself is kept. */
function sentAt(noticeAt: string, { entry, now }: Moment): string {
  const ahead = Math.max(0, Date.parse(entry.at) - now.getTime());
  return new Date(Date.parse(noticeAt) - ahead).toISOString();
}
