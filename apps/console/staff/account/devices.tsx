import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOutletContext } from 'react-router';
import { z } from 'zod';
import { pageOf } from '../../api/action.ts';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { useTime } from '../../look/time.ts';
import type { Session } from '../../api/session.ts';
import { When } from '../../look/when.tsx';
import { browserOf } from './browser.ts';

const Opened = z.object({
  id: z.string(),
  createdAt: z.string(),
  agent: z.string().nullable(),
  isCurrent: z.boolean(),
});

/** Where I am signed in, and a way to end it. */
export function Devices() {
  const { t } = useTranslation('staff');
  const { at: written } = useTime();
  const ask = useAsk();
  const client = useQueryClient();
  const me = useOutletContext<Session>().person?.id ?? '';
  const asked = useQuery({
    queryKey: ['sessions', me],
    queryFn: ({ signal }) => ask(pageOf(Opened), at(`sessions?person=${me}`), { signal }),
  });

  async function end(id: string) {
    await ask(z.unknown(), at(`sessions/${id}`), { method: 'DELETE' });
    await client.invalidateQueries({ queryKey: ['sessions'] });
  }

  return (
    <section className="panel">
      <h2>{t('account.sessions')}</h2>
      <When asked={asked} waiting={null}>
        {({ items }) => (
          <ul className="devices">
            {items.map(({ id, agent, createdAt, isCurrent }) => (
              <li key={id}>
                <span>{browserOf(agent)}</span>
                <span className="hint">{t('account.since', { at: written(createdAt) })}</span>
                {isCurrent ? (
                  <span className="tag">{t('account.thisOne')}</span>
                ) : (
                  <button type="button" className="quiet" onClick={() => void end(id)}>
                    {t('account.end')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </When>
    </section>
  );
}
