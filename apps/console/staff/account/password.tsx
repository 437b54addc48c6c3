import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { Trouble } from '../../look/trouble.tsx';

const textIn = (filled: FormData, name: string): string => {
  const value = filled.get(name);
  return typeof value === 'string' ? value : '';
};

/** A new password; it is asked for twice and never kept in a draft. */
export function Password({ onChanged }: { onChanged?: () => void }) {
  const { t } = useTranslation('staff');
  const { message } = App.useApp();
  const ask = useAsk();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const [isDifferent, setDifferent] = useState(false);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const filled = new FormData(form);
    const [oldPassword, newPassword] = [textIn(filled, 'old'), textIn(filled, 'new')];
    const differs = newPassword !== textIn(filled, 'repeat');
    setDifferent(differs);
    setError(undefined);
    if (differs) return;
    try {
      await ask(z.unknown(), at('people/current'), { method: 'PATCH', body: { oldPassword, newPassword } });
      form.reset();
      await client.invalidateQueries();
      onChanged?.();
      void message.success(t('account.changed'));
    } catch (failure) {
      setError(failure);
    }
  }

  return (
    <section className="panel">
      <h2>{t('account.password')}</h2>
      <form className="plain" onSubmit={(event) => void send(event)}>
        {error !== undefined && <Trouble error={error} />}
        {isDifferent && (
          <p className="fault" role="alert">
            {t('account.differ')}
          </p>
        )}
        <Secret name="old" title={t('account.old')} autoComplete="current-password" />
        <Secret name="new" title={t('account.new')} autoComplete="new-password" least={10} />
        <Secret name="repeat" title={t('account.repeat')} autoComplete="new-password" least={10} />
        <div>
          <button type="submit" className="button primary">
            {t('account.change')}
          </button>
        </div>
      </form>
    </section>
  );
}

type SecretProps = { name: string; title: string; autoComplete: string; least?: number };

const Secret = ({ name, title, autoComplete, least }: SecretProps) => (
  <label className="field">
    <span className="label">{title}</span>
    <input className="input" type="password" required {...{ name, autoComplete }} minLength={least} />
  </label>
);
