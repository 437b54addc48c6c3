import { useTranslation } from 'react-i18next';
import { useTime } from '../../look/time.ts';
import { useWho } from '../who.ts';
import type { Audit, CourseLine } from './answer.ts';
import { useClocks } from './clocks-read.ts';
import { useCourse } from './read.ts';

/** Waits below this are no news. Milliseconds. */
const LONG = 3_600_000;

/** What an auditor asks first, answered in a few lines: what was late, who moved a deadline, what was refused, where it lay. */
export function Points({ of }: { of: Audit }) {
  const { t } = useTranslation('audit');
  const points = usePoints(of);
  return (
    <section className="panel audit-points" aria-labelledby="points">
      <h2 id="points">{t('points.title')}</h2>
      {points === undefined ? (
        <div className="waiting" aria-hidden="true">
          <div />
        </div>
      ) : (
        <ul>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function usePoints(of: Audit): string[] | undefined {
  const { t } = useTranslation('audit');
  const { data: clocks } = useClocks(of);
  const { data: lines } = useCourse(of);
  const late = useLate(of);
  const wait = useLongest(of);
  if (clocks === undefined || lines === undefined) return undefined;
  const count = (kind: string) => lines.filter((line) => line.kind === kind).length;
  return [
    ...late(),
    ...wait(lines),
    t('points.counts', { refused: count('refused'), reminders: count('reminder') }),
  ];
}

/** What was late, and what was extended by whom. */
function useLate(of: Audit): () => string[] {
  const { t } = useTranslation('audit');
  const { at, span } = useTime();
  const { data: clocks = [] } = useClocks(of);
  return () => {
    const late = clocks.filter(({ isLate }) => isLate);
    const over = ({ stoppedAt, dueAt }: (typeof clocks)[number]) =>
      span((stoppedAt === null ? Date.now() : Date.parse(stoppedAt)) - Date.parse(dueAt ?? ''));
    const moved = clocks.flatMap(({ title, extensions }) =>
      extensions.map(({ by, to }) => t('points.extended', { title, by: by ?? '', to: at(to) })),
    );
    if (late.length === 0) return [t('points.inTime', { n: clocks.length }), ...moved];
    return [...late.map((clock) => t('points.late', { title: clock.title, span: over(clock) })), ...moved];
  };
}

/** The longest time in which nothing happened, and who ended it. */
function useLongest({ workDayMs }: Audit): (lines: readonly CourseLine[]) => string[] {
  const { t } = useTranslation('audit');
  const { span, at } = useTime();
  const { hand } = useWho();
  return (lines) => {
    const longest = lines.reduce<CourseLine | undefined>(
      (best, line) => (best === undefined || line.since.ms > best.since.ms ? line : best),
      undefined,
    );
    if (longest === undefined || longest.since.ms < LONG) return [];
    const who = longest.by === null ? t('itself') : hand(longest.by);
    const days = Math.round((longest.since.workMs / workDayMs) * 10) / 10;
    const gaps = { span: span(longest.since.ms), days, at: at(longest.at), who };
    return [t('points.longest', { ...gaps, what: longest.sentence })];
  };
}
