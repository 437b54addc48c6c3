import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Copy } from '../look/copy.tsx';

/** What a reporter is given: the number, and the code that is told this once. */
export type Receipt = { id: string; receipt: string; code: string };

type Props = { receipt: Receipt; onAgain: () => void };

/** The receipt, large enough to be read across a table, to copy and to print. */
export function ReceiptShown({ receipt: { receipt, code }, onAgain }: Props) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="sheet">
      <h1 ref={heading} tabIndex={-1}>
        ✓ {t('report.sent')}
      </h1>
      <p>{t('report.sentHint')}</p>
      <div className="receipt">
        <span>{t('report.receipt')}</span>
        <output data-receipt>{receipt}</output>
        <span>{t('report.code')}</span>
        <output className="code" data-code>
          {code}
        </output>
      </div>
      <div className="form-end no-print">
        <Copy text={`${t('report.receipt')} ${receipt} ${t('report.code')} ${code}`} />
        <button type="button" className="button" onClick={() => window.print()}>
          {t('act.print')}
        </button>
        <Link className="button" to="/track" state={{ receipt, code }}>
          {t('report.track')}
        </Link>
        <button type="button" className="button" onClick={onAgain}>
          {t('report.again')}
        </button>
      </div>
    </div>
  );
}
