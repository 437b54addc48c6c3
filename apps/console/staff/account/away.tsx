import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { pageOf } from '../../api/action.ts';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { SESSION } from '../../api/session.ts';
import { SchemaForm } from '../../form/schema-form.tsx';
import { useTime } from '../../look/time.ts';
import { Trouble } from '../../look/trouble.tsx';
import { rich } from '../action/rich.tsx';

const Absence = z.object({
  id: z.string(),
  from: z.string(),
  until: z.string(),
  /** Who set it, where it was somebody else. */
  by: z.string().nullable(),
});

/** Setting and ending an absence, while which B acts for A (AB岗). */
export function Away() {
  const { t } = useTranslation('staff');
  const { at: written } = useTime();
  const ask = useAsk();
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['absences'],
    queryFn: ({ signal }) => ask(pageOf(Absence), at('absences'), { signal }),
  });
  const changed = () =>
    Promise.all([['absences'], SESSION].map((queryKey) => client.invalidateQueries({ queryKey })));

  async function end(id: string) {
    await ask(z.unknown(), at(`absences/${id}`), { method: 'DELETE' });
    await changed();
  }
  async function set(body: unknown, key: string) {
    await ask(Absence, at('absences'), { method: 'POST', body, key });
    await changed();
  }

  return (
    <section className="panel">
      <h2>{t('account.away')}</h2>
      <p className="hint">{t('account.awayHint')}</p>
      {error !== null && <Trouble error={error} />}
      {data?.items.length === 0 && <p>{t('account.notAway')}</p>}
      <ul className="absences">
        {data?.items.map(({ id, from, until, by }) => (
          <li key={id}>
            {t('account.current', { from: written(from), until: written(until) })}
            {by !== null && <span className="hint">{t('colleagues.by', { name: by })}</span>}
            <button type="button" className="button" onClick={() => void end(id)}>
              {t('account.back')}
            </button>
          </li>
        ))}
      </ul>
      <AwayForm onSend={set} />
    </section>
  );
}

function AwayForm({ onSend }: { onSend: (body: unknown, key: string) => Promise<void> }) {
  const { t } = useTranslation('staff');
  const schema = useMemo(
    () => ({
      properties: {
        from: { type: 'string', format: 'date-time', title: t('account.from') },
        until: { type: 'string', format: 'date-time', title: t('account.until') },
      },
      required: ['from', 'until'],
    }),
    [t],
  );
  return (
    <div className="plain">
      <SchemaForm
        schema={schema}
        controls={rich}
        name="away"
        submitTitle={t('account.set')}
        onSend={onSend}
        isClearedWhenSent
      />
    </div>
  );
}
