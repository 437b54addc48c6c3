import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { readTerm } from '../../../../workflows/rules/notation.ts';
import { useTime } from '../../look/time.ts';
import { wallClock } from '../../look/wall-clock.ts';
import { When } from '../../look/when.tsx';
import { useDue, usePack } from './asked.ts';

type Asked = { term: string; from: string };

/** "What if it came in then?": a term and a moment, and when it would be over, with the reason. */
export function TryOut({ name, version }: { name: string; version: string }) {
  const { t } = useTranslation('rules');
  const { at } = useTime();
  const [asked, setAsked] = useState<Asked>();
  const due = useDue(name, version, asked);
  return (
    <section className="panel" aria-labelledby="try">
      <h2 id="try">{t('try.title')}</h2>
      <Form name={name} version={version} onAsk={setAsked} />
      {asked !== undefined && (
        <When asked={due}>
          {({ dueAt, sentence }) => (
            <div role="status">
              <p className="try-due">{t('try.due', { at: at(dueAt) })}</p>
              <p className="hint">{sentence}</p>
            </div>
          )}
        </When>
      )}
    </section>
  );
}

type FormProps = { name: string; version: string; onAsk: (asked: Asked) => void };

function Form({ name, version, onAsk }: FormProps) {
  const { t } = useTranslation('rules');
  const { data } = usePack(name, version);
  const terms = (data?.sections ?? [])
    .flatMap(({ rows }) => rows)
    .filter(({ written }) => readTerm(written) !== undefined);
  function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [term, from] = [form.get('term'), form.get('from')];
    if (typeof term === 'string' && typeof from === 'string') onAsk({ term, from: `${from}:00+08:00` });
  }
  return (
    <form className="try-form" onSubmit={ask}>
      <label>
        {t('try.term')}
        <select className="input" name="term" required>
          {terms.map(({ path, title, said, written }) => (
            <option key={path} value={written}>{`${title} · ${said}`}</option>
          ))}
        </select>
      </label>
      <label>
        {t('try.from')}
        <input className="input" name="from" type="datetime-local" required defaultValue={wallClock()} />
      </label>
      <button type="submit" className="button primary">
        {t('try.ask')}
      </button>
    </form>
  );
}
