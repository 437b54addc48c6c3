import { useTranslation } from 'react-i18next';
import { Lamp } from '../../look/lamp.tsx';
import { lightOf } from '../../look/light.ts';
import { useTime } from '../../look/time.ts';
import { termInWords } from '../process/term.ts';
import type { DeskLine } from './line.ts';

/** How long is left and in which clock: working time, clock time, or paused with so much left. */
export function ClockLeft({ of }: { of: DeskLine }) {
  return (
    <span className="time-left">
      <Lamp light={lightOf(of)} /> <Left of={of} />
    </span>
  );
}

/** The same without the lamp. */
export function Left({ of: { left, dueAt } }: { of: Pick<DeskLine, 'left' | 'dueAt'> }) {
  const { t } = useTranslation('desk');
  const { span } = useTime();
  if (left === null) return null;
  const ms = left.counting === 'clock' && dueAt !== null ? Date.parse(dueAt) - Date.now() : left.ms;
  const length = span(ms, left.dayMs);
  const isWorking = left.counting === 'working';
  if (ms >= 0)
    return <span>{isWorking ? t('left.working', { span: length }) : t('left.clock', { span: length })}</span>;
  return (
    <span>{isWorking ? t('left.overWorking', { span: length }) : t('left.over', { span: length })}</span>
  );
}

/** Until when, and the term behind it in words; in the policy's notation for whoever asks. */
export function Term({ of: { left, dueAt } }: { of: DeskLine }) {
  const { t } = useTranslation('desk');
  const { t: words } = useTranslation('matter');
  const { until: end } = useTime();
  const until = dueAt === null ? [] : [t('left.due', { at: end(dueAt, 'short') })];
  const term = left === null ? [] : [t('left.term', { term: termInWords(left.term, words) })];
  return <span title={left?.term}>{[...until, ...term].join(' · ')}</span>;
}
