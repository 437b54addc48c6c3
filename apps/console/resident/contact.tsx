import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** How to reach somebody: asked for when the answer needs it, else offered with the reason why it helps. */
export function Contact({ isNeeded, children }: { isNeeded: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  const why = (
    <p className="hint">
      {t('report.whyContact')} {t('report.private')}
    </p>
  );
  if (isNeeded)
    return (
      <div className="form">
        {why}
        {children}
      </div>
    );
  return (
    <details>
      <summary>{t('report.alsoContact')}</summary>
      <div className="form">
        {why}
        {children}
      </div>
    </details>
  );
}
