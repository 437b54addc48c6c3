import { useTranslation } from 'react-i18next';
import { Lamp } from '../look/lamp.tsx';
import { lightOf } from '../look/light.ts';
import type { Dated } from '../look/light.ts';
import { useTime } from '../look/time.ts';

/** A deadline in one line: its lamp, how much is left or over, and when it is due. */
export function TimeLeft({ of, isShort = false }: { of: Dated; isShort?: boolean }) {
  const light = lightOf(of);
  return (
    <span className="time-left">
      <Lamp light={light} /> {light !== 'done' && <Left dueAt={of.dueAt} isShort={isShort} />}
    </span>
  );
}

function Left({ dueAt, isShort }: { dueAt: string | null; isShort: boolean }) {
  const { t } = useTranslation('staff');
  const { until, span } = useTime();
  if (dueAt === null) return null;
  const ms = Date.parse(dueAt) - Date.now();
  return (
    <>
      <span>{ms >= 0 ? t('left.left', { span: span(ms) }) : t('left.over', { span: span(ms) })}</span>
      {!isShort && <small className="hint">{t('left.due', { at: until(dueAt, 'short') })}</small>}
    </>
  );
}
