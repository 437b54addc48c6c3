import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { fileAt } from '../../api/ask.ts';
import { useAsker } from '../../api/asker.tsx';
import { useSentence } from '../../look/trouble.tsx';
import type { Audit } from './answer.ts';

const formats = ['pdf', 'json'] as const;
type Format = (typeof formats)[number];

/** Takes the file for a hearing away. That is written down, so the course is read again. */
export function Take({ of }: { of: Audit }) {
  const { t } = useTranslation('audit');
  const [busy, setBusy] = useState<Format>();
  const take = useTake(of);
  return (
    <div className="audit-take" role="group" aria-label={t('take.label')}>
      {formats.map((format) => (
        <button
          key={format}
          type="button"
          className="button"
          aria-disabled={busy !== undefined}
          onClick={() => {
            if (busy !== undefined) return;
            setBusy(format);
            void take(format).finally(() => setBusy(undefined));
          }}
        >
          {busy === format ? t('take.busy') : t(`take.${format}`)}
        </button>
      ))}
      <span className="hint">{t('take.noted')}</span>
    </div>
  );
}

function useTake({ id, number, receipt, links }: Audit): (format: Format) => Promise<void> {
  const asker = useAsker();
  const sentence = useSentence();
  const client = useQueryClient();
  const { message } = App.useApp();
  return async (format) => {
    try {
      const url = URL.createObjectURL(await fileAt(asker, links[format]));
      const link = document.createElement('a');
      Object.assign(link, { href: url, download: `${number ?? receipt ?? id}.${format}` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
      await client.invalidateQueries({ queryKey: ['audit', id, 'course'] });
    } catch (error) {
      void message.error(sentence(error), 8);
    }
  };
}
