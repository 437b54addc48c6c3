import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { at } from '../api/ask.ts';
import { useAsk } from '../api/asker.tsx';
import { useTitle } from '../look/title.ts';
import { ReceiptShown } from './receipt.tsx';
import { Receipt } from './receipt.tsx';
import { Reporting } from './reporting.tsx';

const Followed = z.object({ follows: z.string() });

/** Reporting without an account: what, where, how to answer; then the receipt. */
export function Report() {
  const { t } = useTranslation();
  const ask = useAsk();
  const [receipt, setReceipt] = useState<Receipt>();
  const [isFollowing, setFollowing] = useState(false);
  useTitle(t('report.title'));

  async function send(body: unknown, key: string) {
    const taken = await ask(Receipt, at('matters'), { method: 'POST', body, key });
    setFollowing(Followed.safeParse(body).success);
    setReceipt(taken);
    window.scrollTo({ top: 0 });
  }

  if (receipt === undefined) return <Reporting onSend={send} />;
  return <ReceiptShown receipt={receipt} isFollowing={isFollowing} onAgain={() => setReceipt(undefined)} />;
}
