import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Action } from '../api/action.ts';
import { useAsk } from '../api/asker.tsx';
import { useSession } from '../api/session.ts';
import { plain } from '../form/controls/plain.ts';
import { SchemaForm } from '../form/schema-form.tsx';
import type { Visit } from './visit.ts';

/** What somebody with an account has booked for this visit, and what may be done about it. */
export function OwnBookings({ visit: { items, actions } }: { visit: Visit }) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const me = session?.person?.id;
  const own = items.filter(({ person, closedAt }) => closedAt === null && person?.value === me);
  if (me === undefined || own.length === 0) return null;
  return (
    <section className="sheet now">
      <h2>✓ {t('visits.booked')}</h2>
      <p>{t('visits.bookedHint')}</p>
      {own.map(({ id, facts: { words } }) => (
        <div key={id} className="own">
          <p className="said">{typeof words === 'string' ? words : ''}</p>
          {actions
            .filter(({ item }) => item === id)
            .map((action) => (
              <details key={action.href}>
                <summary>{action.title}</summary>
                <Act action={action} />
              </details>
            ))}
        </div>
      ))}
    </section>
  );
}

function Act({ action }: { action: Action }) {
  const ask = useAsk();
  const client = useQueryClient();
  async function send(body: unknown, key: string) {
    await ask(z.unknown(), action.href, { method: action.method, body, key });
    await client.invalidateQueries({ queryKey: ['matter'] });
  }
  return (
    <SchemaForm
      schema={action.input}
      controls={plain}
      name={action.href}
      submitTitle={action.title}
      onSend={send}
    />
  );
}
