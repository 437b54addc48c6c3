import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Action } from '../../api/action.ts';
import { newKey } from '../../api/key.ts';
import { When } from '../../look/when.tsx';
import { usePerform } from '../action/drawer.tsx';
import { useTitle } from '../../look/title.ts';
import { RULES, useVersions } from './asked.ts';
import { Looked } from './looked.tsx';
import './rules.css';
import { useLook } from './use-look.ts';

const KEPT = 'minqing draft pack';

/** A new version: pasted or opened from a file, looked over, and proposed once nothing is wrong with it. */
export function Propose() {
  const { t } = useTranslation('rules');
  useTitle(t('propose.title'));
  return (
    <div className="page rules">
      <h1>{t('propose.title')}</h1>
      <p className="hint">{t('propose.hint')}</p>
      <When asked={useVersions()}>
        {({ actions }) =>
          actions.length === 0 ? (
            <p className="state">{t('propose.notYours')}</p>
          ) : (
            <Writing actions={actions} />
          )
        }
      </When>
    </div>
  );
}

function Writing({ actions }: { actions: readonly Action[] }) {
  const { t } = useTranslation('rules');
  const [text, setText] = useState(() => sessionStorage.getItem(KEPT) ?? '');
  const look = useLook();
  const propose = usePropose();
  const packs = actions.filter(({ name }) => name === 'proposePack');
  function write(next: string) {
    sessionStorage.setItem(KEPT, next);
    setText(next);
    look.forget();
  }
  async function open({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0];
    if (file !== undefined) write(await file.text());
  }
  return (
    <section className="panel">
      <p>
        <label className="button file">
          {t('propose.file')}
          <input type="file" accept=".yaml,.yml,.json" onChange={(event) => void open(event)} />
        </label>
      </p>
      <label className="propose-text">
        {t('propose.text')}
        <textarea
          className="input"
          rows={16}
          spellCheck={false}
          value={text}
          onChange={({ target }) => write(target.value)}
        />
      </label>
      <Looked look={look} />
      <div className="form-end">
        <button type="button" className="button" onClick={() => void look.over(text)}>
          {t('propose.check')}
        </button>
        {packs.slice(0, 1).map((action) => (
          <button
            key={action.href}
            type="button"
            className="button primary"
            aria-disabled={look.sound === undefined}
            onClick={() => (look.sound === undefined ? undefined : void propose(action, look.sound))}
          >
            {t('propose.send')}
          </button>
        ))}
      </div>
    </section>
  );
}

/** Sends it under one key, and leads back to where it waits for the second person. */
function usePropose(): (action: Action, document: unknown) => Promise<void> {
  const { t } = useTranslation('rules');
  const { message } = App.useApp();
  const perform = usePerform();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [key] = useState(newKey);
  return async (action, document) => {
    try {
      await perform(action, { document }, key);
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error));
      return;
    }
    sessionStorage.removeItem(KEPT);
    await client.invalidateQueries({ queryKey: [RULES] });
    void message.success(t('propose.sent'));
    await navigate('/policies');
  };
}
