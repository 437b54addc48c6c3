import { useTranslation } from 'react-i18next';
import type { RateBoard } from './rate.ts';
import { useReason } from './reason.ts';

/** How the rates come about, with the weights of the policy in force. */
export function Formula({ of: { formula, policy } }: { of: RateBoard }) {
  const { t, i18n } = useTranslation('watch');
  const reason = useReason();
  const { weights, basically, exclusions } = formula;
  const listed = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return (
    <details className="panel formula" open>
      <summary>{t('formula.total', { ...weights })}</summary>
      <p>{t('formula.parts', { basically })}</p>
      <p className="hint">
        {t('formula.rest', {
          reasons: listed.format(exclusions.map(reason)),
          policy: `${policy.name} ${policy.version}`,
        })}
      </p>
    </details>
  );
}
