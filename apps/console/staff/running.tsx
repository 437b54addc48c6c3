import { useTranslation } from 'react-i18next';
import type { LedgerLine } from '../api/matters.ts';
import { Lamp } from '../look/lamp.tsx';
import { lightOf } from '../look/light.ts';
import type { Dated } from '../look/light.ts';
import { useTime } from '../look/time.ts';
import { Left } from './desk/clock-left.tsx';

type Whole = Pick<LedgerLine, 'running' | keyof Dated>;

/** What a matter's light shows: its own term, and before that begins, the term of the task that it waits for. */
export const datedOf = (matter: Whole): Dated => matter.running ?? matter;

/** Which task it waits for, with what is left of it in the clock that counts it. */
export function RunningLeft({ of: { running } }: { of: Whole }) {
  const { t } = useTranslation('staff');
  const { until } = useTime();
  if (running === null) return null;
  return (
    <span className="time-left">
      <Lamp light={lightOf(running)} /> {running.title} <Left of={running} />
      {running.dueAt !== null && (
        <small className="hint">{t('left.due', { at: until(running.dueAt, 'short') })}</small>
      )}
    </span>
  );
}
