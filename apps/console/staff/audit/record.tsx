import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../api/asker.tsx';
import { useTime } from '../../look/time.ts';
import { When } from '../../look/when.tsx';
import { Integrity } from './answer.ts';
import type { Audit } from './answer.ts';
import { GoTo } from './go-to.tsx';

const marks = { whole: '✓', broken: '✗', unchecked: '–' } as const;

/** Whether the record is whole: computed when the page is opened, and again on request. */
export function Record({ of: { id, links } }: { of: Audit }) {
  const { t } = useTranslation('audit');
  const { at } = useTime();
  const ask = useAsk();
  const asked = useQuery({
    queryKey: ['audit', id, 'integrity'],
    queryFn: ({ signal }) => ask(Integrity, links.integrity, { signal }),
  });
  return (
    <section className="panel" aria-labelledby="record">
      <div className="panel-head">
        <h2 id="record">{t('record.title')}</h2>
        <button
          type="button"
          className="quiet"
          aria-disabled={asked.isFetching}
          onClick={() => void asked.refetch()}
        >
          {t('record.again')}
        </button>
      </div>
      <When asked={asked} waiting={<Checking />}>
        {(found) => (
          <>
            <p className={`audit-verdict ${found.isWhole ? 'whole' : 'broken'}`} role="status">
              {t(found.isWhole ? 'record.whole' : 'record.broken')}{' '}
              <span className="hint">{t('record.checked', { at: at(found.checkedAt) })}</span>
            </p>
            <Checks of={found} />
          </>
        )}
      </When>
    </section>
  );
}

function Checking() {
  const { t } = useTranslation('audit');
  return (
    <div className="audit-checking" data-loading role="status">
      {t('record.checking')}
    </div>
  );
}

/** Each check: its sign, what it holds, and what was compared; where it does not fit leads into the course. */
function Checks({ of: { checks } }: { of: Integrity }) {
  const { t } = useTranslation('audit');
  return (
    <ul className="audit-checks">
      {checks.map(({ name, verdict, title, detail, places }) => (
        <li key={name} className={verdict}>
          <span className="audit-mark" role="img" aria-label={t(`verdict.${verdict}`)}>
            {marks[verdict]}
          </span>
          <div>
            <strong>{title}</strong>
            <p className="hint">{detail}</p>
            {places.map(({ seq, text }) => (
              <p key={text}>{seq === null ? text : <GoTo seq={seq}>{text}</GoTo>}</p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
