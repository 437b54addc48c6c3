import { useTranslation } from 'react-i18next';
import type { Matter } from '../api/matters.ts';
import { useTime } from '../look/time.ts';
import type { Happened } from './tracked.tsx';

const steps = ['analyse', 'ledger', 'handle', 'feedBack', 'evaluate', 'assess'] as const;

type Step = (typeof steps)[number];

/** The six steps from above to below: done with their dates, the one it is at, and those ahead. */
export function Way({ matter, happened }: { matter: Matter; happened: readonly Happened[] }) {
  const { t } = useTranslation();
  const { at } = useTime();
  const current = matter.status === 'closed' ? undefined : matter.step?.value;
  return (
    <ol className="way">
      <li className={matter.step === null ? 'current' : 'done'}>
        <strong>{t('step.received')}</strong> <span className="hint">{at(matter.openedAt, 'short')}</span>
      </li>
      {steps.map((step) => {
        const entered = lastEntry(happened, step);
        const state = stateOf(step, current, entered);
        return (
          <li key={step} className={state} aria-current={state === 'current' ? 'step' : undefined}>
            <strong>{t(`step.${step}`)}</strong>{' '}
            <span className={state === 'ahead' ? 'hint' : 'unseen'}>{t(`track.${state}`)}</span>{' '}
            {state !== 'ahead' && entered !== undefined && (
              <span className="hint">{at(entered, 'short')}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

const lastEntry = (happened: readonly Happened[], step: Step): string | undefined =>
  happened.findLast(({ type, event }) => type === 'stepEntered' && event.step === step)?.at;

/** A matter that went back to handling has its later steps ahead of it again. */
function stateOf(
  step: Step,
  current: string | undefined,
  entered: string | undefined,
): 'done' | 'current' | 'ahead' {
  if (step === current) return 'current';
  const here = steps.findIndex((one) => one === current);
  const isBehind = here === -1 || steps.indexOf(step) < here;
  return isBehind && entered !== undefined ? 'done' : 'ahead';
}
