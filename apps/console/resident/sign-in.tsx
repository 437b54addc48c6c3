import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { z } from 'zod';
import { at } from '../api/ask.ts';
import type { Ask } from '../api/ask.ts';
import { useAsk } from '../api/asker.tsx';
import { homeOf, rememberSignIn, Session, SESSION } from '../api/session.ts';
import { keepDraftsOf } from '../form/draft.ts';
import { useTitle } from '../look/title.ts';
import { Trouble } from '../look/trouble.tsx';

/** Signing in, for residents with an account and for people at work. */
export function SignIn() {
  const { t } = useTranslation();
  const open = useOpen();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const [wanted] = useSearchParams();
  useTitle(t('signIn.title'));

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const filled = new FormData(event.currentTarget);
    setBusy(true);
    setError(undefined);
    try {
      await open(filled);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  }

  return (
    <div className="sheet">
      <h1>{t('signIn.title')}</h1>
      {wanted.has('to') && <p>{t('state.signedOut')}</p>}
      {error !== undefined && <Trouble error={error} />}
      <form className="form" onSubmit={(event) => void send(event)}>
        <label className="field">
          <span className="label">{t('signIn.account')}</span>
          <input className="input" name="account" autoComplete="username" autoCapitalize="none" required />
        </label>
        <label className="field">
          <span className="label">{t('signIn.password')}</span>
          <input className="input" name="password" type="password" autoComplete="current-password" required />
        </label>
        <div className="form-end">
          <button type="submit" className="button primary" disabled={isBusy}>
            {t('signIn.open')}
          </button>
        </div>
      </form>
      <p className="hint">{t('signIn.resident')}</p>
    </div>
  );
}

/** Opens the session and goes where the person wanted to be. */
function useOpen(): (filled: FormData) => Promise<void> {
  const ask = useAsk();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [wanted] = useSearchParams();
  return async (filled) => {
    const session = await opened(ask, filled);
    client.clear();
    client.setQueryData(SESSION, session);
    const to = wanted.get('to');
    await navigate(to !== null && /^\/(?!\/)/.test(to) ? to : homeOf(session), { replace: true });
  };
}

async function opened(ask: Ask, filled: FormData): Promise<Session> {
  const body = { account: textIn(filled, 'account').trim(), password: textIn(filled, 'password') };
  await ask(z.unknown(), at('sessions'), { method: 'POST', body });
  rememberSignIn(true);
  keepDraftsOf(body.account);
  return ask(Session, at('sessions/current'));
}

function textIn(filled: FormData, name: string): string {
  const value = filled.get(name);
  return typeof value === 'string' ? value : '';
}
