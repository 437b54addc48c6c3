import { useTranslation } from 'react-i18next';
import { useTime } from '../look/time.ts';
import { useName } from '../text/name.ts';
import type { Standing } from './standing.ts';

/** The steps from above to below: done with their dates, the one it is at, and those ahead. */
export function Way({ openedAt, standing }: { openedAt: string; standing: Standing }) {
  const { t } = useTranslation();
  const name = useName();
  const { at } = useTime();
  return (
    <ol className="way">
      <li className={standing.step === null ? 'current' : 'done'}>
        <strong>{t('step.received')}</strong> <span className="hint">{at(openedAt, 'short')}</span>
      </li>
      {standing.steps.map(({ step, at: entered }, i) => {
        const state = stateOf(standing, i);
        return (
          <li key={step.value} className={state} aria-current={state === 'current' ? 'step' : undefined}>
            <strong>{name('site', 'step', step.value)}</strong>{' '}
            <span className={state === 'done' ? 'unseen' : 'hint'}>{t(`track.${state}`)}</span>{' '}
            {state !== 'ahead' && entered !== null && <span className="hint">{at(entered, 'short')}</span>}
          </li>
        );
      })}
    </ol>
  );
}

/** A matter that went back to handling has its later steps ahead of it again. */
function stateOf({ steps, step, ending }: Standing, index: number): 'done' | 'current' | 'ahead' {
  const now = steps.findIndex((one) => one.step.value === step?.value);
  if (index === now && ending === null) return 'current';
  return index <= now && steps[index]?.at !== null ? 'done' : 'ahead';
}
