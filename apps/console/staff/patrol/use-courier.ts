import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ask } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { SESSION } from '../../api/session.ts';
import { carry } from './courier.ts';
import type { Tell, Walk } from './courier.ts';
import { CALL, SENDING, unsentBy } from './unsent.ts';
import { Walker } from './walker.ts';

/** Sends what waits: when something is pressed, when the network or the reader comes back, and from time to time. */
export function useCourier(person: string): void {
  const ask = useAsk();
  const client = useQueryClient();
  const tell = useTelling(client);
  useEffect(() => {
    const walker = new Walker(() => walk(person, ask, tell, client));
    const look = () => void (document.visibilityState === 'visible' && walker.call());
    window.addEventListener(CALL, walker.call);
    window.addEventListener('online', walker.call);
    document.addEventListener('visibilitychange', look);
    walker.call();
    return () => {
      walker.end();
      window.removeEventListener(CALL, walker.call);
      window.removeEventListener('online', walker.call);
      document.removeEventListener('visibilitychange', look);
    };
  }, [person, ask, tell, client]);
}

async function walk(person: string, ask: Ask, tell: Tell, client: QueryClient): Promise<Walk> {
  await client.invalidateQueries(unsentBy(person));
  const ended = await alone(() => carry(person, ask, tell));
  client.setQueryData(SENDING, null);
  await client.invalidateQueries(unsentBy(person));
  if (ended === 'signIn') void client.invalidateQueries({ queryKey: SESSION });
  return ended;
}

/** One tab at a time, where the browser can say so; the keys make two at once a matter of cost only. */
const alone = (work: () => Promise<Walk>): Promise<Walk> =>
  'locks' in navigator
    ? navigator.locks.request('minqing unsent', { ifAvailable: true }, (lock) =>
        lock === null ? 'later' : work(),
      )
    : work();

/** Says what became of each, wherever its reader is by now; lists that it changes are asked for again. */
function useTelling(client: QueryClient): Tell {
  const { t } = useTranslation('patrol');
  const { message } = App.useApp();
  return useMemo(
    () => ({
      sending: (id) => void client.setQueryData(SENDING, id),
      sent({ title }, { receipt }) {
        const words = receipt === undefined ? t('told.done', { title }) : t('told.sent', { title, receipt });
        void message.success(words, 5);
        void client.invalidateQueries();
      },
      refused: ({ title }, sentence) => void message.error(t('told.refused', { title, sentence }), 8),
    }),
    [client, message, t],
  );
}
