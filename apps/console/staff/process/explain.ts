import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useTime } from '../../look/time.ts';
import { wholeTerm } from './term.ts';

const Skipped = z.object({
  from: z.string(),
  to: z.string(),
  why: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }).optional(),
});

/** A clock and how its due time came about, as the rules explain it. */
export const Deadline = z.object({
  id: z.string(),
  title: z.string().nullable(),
  startedAt: z.string(),
  term: z.string(),
  counting: z.string(),
  countsFrom: z.string(),
  skipped: z.array(Skipped),
  madeUpDays: z.array(z.string()),
  firstDueAt: z.string(),
  state: z.enum(['running', 'paused', 'stopped']),
  pauses: z.array(z.object({ from: z.string(), until: z.string().optional(), reason: z.string() })),
  extensions: z.array(
    z.object({
      at: z.string(),
      term: z.string(),
      from: z.string(),
      to: z.string(),
      /** Who granted it, by name, where that is told. */
      by: z.string().optional(),
    }),
  ),
  rework: z.number(),
  dueAt: z.string().nullable(),
  leftMs: z.number().nullable(),
  unpublishedFrom: z.string().optional(),
});
export type Deadline = z.infer<typeof Deadline>;

/** The deadline's story, sentence by sentence. */
export function useExplain(): (deadline: Deadline) => string[] {
  const { t, i18n } = useTranslation('matter');
  const gap = i18n.language === 'en' ? ' ' : '';
  const { at, span } = useTime();
  const counted = useDays();
  const changes = useChanges();
  // How long a working day is, the policy says; hours are the same everywhere.
  const leftOf = (ms: number, counting: string) =>
    counting === 'working' ? t('term.wh', { count: Math.round(ms / 360_000) / 10 }) : span(ms);
  return (deadline) => {
    const { startedAt, term, counting, countsFrom, firstDueAt, dueAt, leftMs, unpublishedFrom, rework } =
      deadline;
    const told: (string | false)[] = [
      t('explain.start', { at: at(startedAt) }),
      t('explain.term', { term: wholeTerm(term, t) }) +
        gap +
        t(counting === 'working' ? 'explain.working' : 'explain.clock'),
      rework > 0 && t('explain.rework', { n: rework }),
      countsFrom !== startedAt && t('explain.from', { at: at(countsFrom) }),
      ...counted(deadline),
      firstDueAt !== dueAt && t('explain.first', { at: at(firstDueAt) }),
      ...changes(deadline),
      dueAt !== null && t('explain.due', { at: at(dueAt) }),
      dueAt === null && leftMs !== null && t('explain.paused', { span: leftOf(leftMs, counting) }),
      unpublishedFrom !== undefined && t('explain.unpublished', { day: at(unpublishedFrom, 'dayOnly') }),
    ];
    return told.filter((sentence) => sentence !== false);
  };
}

/** Days that were left out, and days made up for. */
function useDays(): (deadline: Deadline) => string[] {
  const { t, i18n } = useTranslation('matter');
  const { at } = useTime();
  const day = (date: string) => at(date, 'dayOnly');
  const titleOf = ({ name, why }: z.infer<typeof Skipped>) => {
    const known = i18n.language === 'en' ? name?.en : name?.zh;
    return known ?? t(why === 'weekend' ? 'explain.weekend' : 'explain.holiday');
  };
  const run = (days: z.infer<typeof Skipped>) =>
    `${days.from === days.to ? day(days.from) : `${day(days.from)}–${day(days.to)}`} ${titleOf(days)}`;
  const and = i18n.language === 'en' ? '; ' : '；';
  return ({ skipped, madeUpDays }) => [
    ...(skipped.length === 0 ? [] : [t('explain.skipped', { days: skipped.map(run).join(and) })]),
    ...(madeUpDays.length === 0 ? [] : [t('explain.madeUp', { days: madeUpDays.map(day).join(and) })]),
  ];
}

/** Pauses and extensions, in their order. */
function useChanges(): (deadline: Deadline) => string[] {
  const { t } = useTranslation('matter');
  const { at } = useTime();
  const reasonOf = (reason: string) => (reason === 'suspension' ? t('pauseReason.suspension') : reason);
  return ({ pauses, extensions }) => [
    ...pauses.map(({ from, until, reason: code }) => {
      const reason = reasonOf(code);
      return until === undefined
        ? t('explain.pausing', { from: at(from), reason })
        : t('explain.pause', { from: at(from), until: at(until), reason });
    }),
    ...extensions.map(({ at: granted, term, from, to, by }) => {
      const gaps = { at: at(granted), term: wholeTerm(term, t), from: at(from), to: at(to) };
      return by === undefined ? t('explain.extension', gaps) : t('explain.extensionBy', { ...gaps, by });
    }),
  ];
}
