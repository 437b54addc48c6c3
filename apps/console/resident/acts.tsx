import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAsk } from '../api/asker.tsx';
import type { Matter, TargetedAction } from '../api/matters.ts';
import { plain } from '../form/controls/plain.ts';
import { SchemaForm } from '../form/schema-form.tsx';

/** What the reporter may do: a task of theirs (rating) stands open, the rest behind a button. */
export function Acts({ matter: { actions } }: { matter: Matter }) {
  const { t } = useTranslation();
  const [isDone, setDone] = useState(false);
  const asked = actions.filter(({ task }) => task !== undefined);
  const rest = actions.filter(({ task }) => task === undefined);
  return (
    <>
      <p role="status">{isDone ? t('track.thanks') : ''}</p>
      {asked.map((action) => (
        <section key={action.href} className="sheet asked">
          <h2>
            {t('track.toDo')}：{action.title}
          </h2>
          <Act action={action} onDone={() => setDone(true)} />
        </section>
      ))}
      {rest.map((action) => (
        <details key={action.href} className="sheet">
          <summary>
            {t('track.rest')}：{action.title}
          </summary>
          <Act action={action} onDone={() => setDone(true)} />
        </details>
      ))}
    </>
  );
}

function Act({ action, onDone }: { action: TargetedAction; onDone: () => void }) {
  const { t } = useTranslation();
  const ask = useAsk();
  const client = useQueryClient();
  async function send(body: unknown, key: string) {
    await ask(z.unknown(), action.href, { method: action.method, body, key });
    await client.invalidateQueries({ queryKey: ['matter'] });
  }
  return (
    <>
      {action.isFinal && <p className="hint">{t('act.confirm', { title: action.title })}</p>}
      <SchemaForm
        schema={action.input}
        controls={plain}
        name={action.href}
        submitTitle={action.title}
        onSend={send}
        onSent={onDone}
      />
    </>
  );
}
