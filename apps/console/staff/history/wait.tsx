import { useTranslation } from 'react-i18next';
import { useTime } from '../../look/time.ts';

/** Pauses longer than this are told as a wait of their own. Milliseconds. */
const LONG = 3_600_000;

/** A long wait in one line. */
export function Wait({ ms }: { ms: number }) {
  const { t } = useTranslation('history');
  const { span } = useTime();
  return ms < LONG ? null : <p className="wait">{t('waiting', { span: span(ms) })}</p>;
}
