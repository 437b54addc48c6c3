import { useTranslation } from 'react-i18next';
import { useTime } from '../../look/time.ts';
import type { Wait as Since } from './group.ts';

/** Shorter than this nobody calls it waiting. Milliseconds. */
const LONG = 3_600_000;

/** A long wait in one line, in both kinds of time. */
export function Wait({ since: { ms, workMs }, workDayMs }: { since: Since; workDayMs: number }) {
  const { t } = useTranslation('audit');
  const { span } = useTime();
  if (ms < LONG) return null;
  const days = Math.round((workMs / workDayMs) * 10) / 10;
  return <p className="wait">{t('waited', { span: span(ms), days })}</p>;
}
