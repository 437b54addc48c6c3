import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { pageOf } from '../../api/action.ts';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { useTime } from '../../look/time.ts';
import { Trouble } from '../../look/trouble.tsx';

const Opened = z.object({
  id: z.string(),
  personId: z.string(),
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
  const { data, error } = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => ask(pageOf(Opened), at('sessions'), { signal }),
  });
  const me = data?.items.find(({ isCurrent }) => isCurrent)?.personId;
  const mine = data?.items.filter(({ personId }) => personId === me) ?? [];

  async function end(id: string) {
    await ask(z.unknown(), at(`sessions/${id}`), { method: 'DELETE' });
    await client.invalidateQueries({ queryKey: ['sessions'] });
  }

  return (
    <section className="panel">
      <h2>{t('account.sessions')}</h2>
      {error !== null && <Trouble error={error} />}
      <ul className="devices">
        {mine.map(({ id, agent, createdAt, isCurrent }) => (
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
    </section>
  );
}

/** A short name out of what a browser says of itself. */
function browserOf(agent: string | null): string {
  const browser = /(Edg|Firefox|Chrome|Safari|MicroMessenger)\/[\d.]+/.exec(agent ?? '')?.[0] ?? '–';
  const system = /Windows|Android|iPhone|iPad|Mac OS X|Linux/.exec(agent ?? '')?.[0];
  return system === undefined ? browser : `${browser} · ${system}`;
}
