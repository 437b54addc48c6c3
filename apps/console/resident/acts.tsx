import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Matter, TargetedAction } from '../api/matters.ts';
import { useName } from '../text/name.ts';
import { Act } from './act.tsx';
import { Result } from './answers.tsx';
import type { Standing } from './standing.ts';

/** What waits for the reporter (rating), above everything else, with the result that it is about. */
export function Asked({ matter, standing }: { matter: Matter; standing: Standing }) {
  const { t } = useTranslation();
  const [isDone, setDone] = useState(false);
  const asked = matter.actions.filter(({ task }) => task !== undefined);
  const last = standing.results.at(-1);
  return (
    <>
      <p role="status">{isDone ? t('track.thanks') : ''}</p>
      {asked.map((action) => (
        <section key={action.href} className="sheet asked">
          <h2>{t('track.toDo', { what: action.title })}</h2>
          {last !== undefined && <Result result={last} />}
          <Act action={action} onDone={() => setDone(true)} />
        </section>
      ))}
    </>
  );
}

/** What else the reporter may do, each behind its name: what it means comes before the words that it asks for. */
export function Offered({ matter: { actions } }: { matter: Matter }) {
  const { t } = useTranslation();
  const [done, setDone] = useState<string>();
  return (
    <>
      <p role="status">{done === undefined ? '' : t('track.thanks')}</p>
      {actions
        .filter(({ task }) => task === undefined)
        .map((action) => (
          <details key={action.href} className="sheet">
            <summary>{t('track.rest', { what: action.title })}</summary>
            <Meaning action={action} />
            <Act
              action={action}
              title={t('track.sure', { title: action.title })}
              onDone={() => setDone(action.href)}
            />
          </details>
        ))}
    </>
  );
}

/** What follows from an act, and whether it can be undone. */
function Meaning({ action: { name, title, isFinal } }: { action: TargetedAction }) {
  const { t } = useTranslation();
  const nameOf = useName();
  const meaning = nameOf('site', 'meaning', name);
  if (meaning !== name) return <p>{meaning}</p>;
  return isFinal === true ? <p>{t('act.confirm', { title })}</p> : null;
}
