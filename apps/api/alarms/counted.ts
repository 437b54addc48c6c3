import { levelOf } from './alarm.ts';
import type { Finding, Level } from './alarm.ts';
import {
  ARCHIVE_AGE,
  CALENDAR_DAYS,
  COMMAND_AGE,
  FAILED_DAYS,
  NOTICE_AGE,
  OUTBOX_AGE,
  PROPOSAL_AGE,
  TRIES,
} from './limit.ts';
import type { Heap, Numbers } from './numbers.ts';
import type { Name } from './words-zh.ts';

const DAY = 86_400_000;

/** What has been lying too long: judged by the age of its oldest. */
function aged(name: Name, { count, since }: Heap, now: Date, limits: readonly [number, number]): Finding {
  const level = since === null ? 'ok' : levelOf(now.getTime() - since.getTime(), limits);
  return { name, level, since: level === 'ok' ? null : since, count, facts: {} };
}

/** What should not be there at all. */
function unwanted(name: Name, bad: Level, { count, since }: Heap): Finding {
  const level = count === 0 ? 'ok' : bad;
  return { name, level, since: level === 'ok' ? null : since, count, facts: {} };
}

/** Days for which the calendar is published; beyond it deadlines are marked, and the weekend rule applies. */
function calendarOf(publishedThrough: string | null, now: Date): Finding {
  const name = 'calendar';
  if (publishedThrough === null)
    return { name, level: 'alarm', since: null, count: 0, facts: { until: '—' } };
  const days = Math.floor((Date.parse(`${publishedThrough}T16:00:00Z`) - now.getTime()) / DAY);
  const [warning, alarm] = CALENDAR_DAYS;
  const level = days < alarm ? 'alarm' : days < warning ? 'warning' : 'ok';
  return { name, level, since: null, count: Math.max(days, 0), facts: { until: publishedThrough } };
}

/** Verdicts on what was counted. Pure: `now` is the database's. */
export function counted(numbers: Numbers): Finding[] {
  const { now, outbox, tried, vacant, withoutRules } = numbers;
  const none: Heap = { count: 0, since: null };
  return [
    { ...aged('outbox', outbox, now, OUTBOX_AGE), facts: { lanes: outbox.lanes ?? '' } },
    {
      ...unwanted('lanes', levelOf(tried.most ?? 0, TRIES), tried),
      facts: { lanes: tried.lanes ?? '', most: tried.most ?? 0 },
    },
    aged('commands', numbers.commands, now, COMMAND_AGE),
    aged('notices', numbers.notices, now, NOTICE_AGE),
    { ...unwanted('failed', 'warning', numbers.failed), facts: { days: FAILED_DAYS } },
    { ...unwanted('mail', 'ok', numbers.unmailed), facts: { days: FAILED_DAYS } },
    unwanted('nobody', 'alarm', numbers.nobody),
    unwanted('standIns', 'warning', numbers.standIns),
    unwanted('vacant', 'warning', { ...none, count: vacant }),
    unwanted('rules', 'alarm', { ...none, count: withoutRules }),
    calendarOf(numbers.publishedThrough, now),
    aged('proposals', numbers.proposals, now, PROPOSAL_AGE),
    aged('archive', numbers.archive, now, ARCHIVE_AGE),
    { ...unwanted('locked', 'warning', numbers.locked), since: null },
  ];
}
