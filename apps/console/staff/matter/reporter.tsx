import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { Matter } from '../../api/matters.ts';
import { Trouble } from '../../look/trouble.tsx';
import { useName } from '../../text/name.ts';

const Known = z.object({ reporter: Matter.shape.reporter });
type Known = Matter['reporter'];

/** Who reported it, for those who may know; an auditor says first what for. */
export function Reporter({ id, reporter }: { id: string; reporter: Known }) {
  const { t } = useTranslation('matter');
  const [revealed, setRevealed] = useState<Known>();
  const shown = revealed ?? reporter;
  if (shown.person !== null || shown.contact !== null) return <Contact reporter={shown} />;
  if (shown.knowledge === 'with-purpose') return <Reveal id={id} onKnown={setRevealed} />;
  return shown.knowledge === 'no' ? <p className="hint">{t('reporterHidden')}</p> : null;
}

function Contact({ reporter: { person, contact } }: { reporter: Known }) {
  const { t } = useTranslation('matter');
  const name = useName();
  return (
    <dl className="pairs">
      {person !== null && (
        <div>
          <dt>{t('reporter')}</dt>
          <dd>{person.title}</dd>
        </div>
      )}
      {Object.entries(contact ?? {}).map(([key, value]) => (
        <div key={key}>
          <dt>{name('matter', 'fact', key)}</dt>
          <dd>{key === 'phone' ? <a href={`tel:${value}`}>{value}</a> : value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The purpose is recorded before anything is shown. */
function Reveal({ id, onKnown }: { id: string; onKnown: (reporter: Known) => void }) {
  const { t } = useTranslation('matter');
  const ask = useAsk();
  const [purpose, setPurpose] = useState('');
  const [error, setError] = useState<unknown>();
  async function reveal(event: FormEvent) {
    event.preventDefault();
    try {
      onKnown((await ask(Known, at(`matters/${id}`), { purpose })).reporter);
    } catch (failure) {
      setError(failure);
    }
  }
  return (
    <form className="form reveal" onSubmit={(event) => void reveal(event)}>
      {error !== undefined && <Trouble error={error} />}
      <label className="field">
        <span className="hint">{t('reveal.hint')}</span>
        <input
          className="input"
          required
          minLength={4}
          maxLength={500}
          value={purpose}
          onChange={(event) => setPurpose(event.target.value)}
        />
      </label>
      <div>
        <button type="submit" className="button">
          {t('reveal.show')}
        </button>
      </div>
    </form>
  );
}
