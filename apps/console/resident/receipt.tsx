import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { Copy } from '../look/copy.tsx';

/** What a reporter is given: the number, and the code that is told this once. */
export const Receipt = z.object({ id: z.string(), receipt: z.string(), code: z.string() });
export type Receipt = z.infer<typeof Receipt>;

type Props = { receipt: Receipt; isFollowing: boolean; onAgain: () => void };

/** Where a receipt is looked up later; the code is not in it, so that the address alone opens nothing. */
export const trackAddress = (receipt: string): string => `/track?receipt=${encodeURIComponent(receipt)}`;

/** The receipt, large enough to be read across a table, to copy and to print. */
export function ReceiptShown({ receipt: { receipt, code }, isFollowing, onAgain }: Props) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const address = new URL(trackAddress(receipt), window.location.href).href;
  return (
    <div className="sheet">
      <h1 ref={heading} tabIndex={-1}>
        ✓ {t('report.sent')}
      </h1>
      {isFollowing && <p>{t('nearby.sent')}</p>}
      <p>{t('report.sentHint')}</p>
      <div className="receipt">
        <span>{t('report.receipt')}</span>
        <output data-receipt>{receipt}</output>
        <span>{t('report.code')}</span>
        <output className="code" data-code>
          {code}
        </output>
        <span className="hint address">{address}</span>
      </div>
      <div className="form-end no-print">
        <Copy text={`${t('report.receipt')} ${receipt}\n${t('report.code')} ${code}\n${address}`} />
        <button type="button" className="button" onClick={() => window.print()}>
          {t('act.print')}
        </button>
        <Link className="button primary" to={trackAddress(receipt)} state={{ receipt, code }}>
          {t('report.track')}
        </Link>
        <button type="button" className="button" onClick={onAgain}>
          {t('report.again')}
        </button>
      </div>
    </div>
  );
}
