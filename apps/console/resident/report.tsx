import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { at } from '../api/ask.ts';
import { useAsk } from '../api/asker.tsx';
import { plain } from '../form/controls/plain.ts';
import { isAskedFor, unreachable } from '../form/report.ts';
import { SchemaForm } from '../form/schema-form.tsx';
import { useTitle } from '../look/title.ts';
import { ReceiptShown } from './receipt.tsx';
import type { Receipt } from './receipt.tsx';
import { useReportForm } from './report-form.ts';

const Taken = z.object({ id: z.string(), receipt: z.string(), code: z.string() });

/** Reporting without an account: where, what, photos, how to answer; then the receipt. */
export function Report() {
  const { t } = useTranslation();
  const ask = useAsk();
  const { schema, headings } = useReportForm();
  const [receipt, setReceipt] = useState<Receipt>();
  useTitle(t('report.title'));

  async function send(body: unknown, key: string) {
    setReceipt(await ask(Taken, at('matters'), { method: 'POST', body, key }));
    window.scrollTo({ top: 0 });
  }

  if (receipt !== undefined) return <ReceiptShown receipt={receipt} onAgain={() => setReceipt(undefined)} />;
  return (
    <>
      <h1>{t('report.title')}</h1>
      <div className="sheet">
        <SchemaForm
          schema={schema}
          controls={plain}
          headings={headings}
          name="report"
          initial={{ answerBy: 'web' }}
          check={unreachable}
          isAsked={isAskedFor}
          submitTitle={t('act.send')}
          onSend={send}
        />
        <p className="hint">{t('form.kept')}</p>
        <p className="hint">{t('report.private')}</p>
      </div>
    </>
  );
}
