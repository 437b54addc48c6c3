import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../api/asker.tsx';
import { useTime } from '../../look/time.ts';
import { Trouble } from '../../look/trouble.tsx';
import { Integrity } from './answer.ts';
import type { Audit } from './answer.ts';
import { GoTo } from './go-to.tsx';

const marks = { whole: '✓', broken: '✗', unchecked: '–' } as const;

/** Whether the record is whole: computed when the page is opened, and again on request. */
export function Record({ of: { id, links } }: { of: Audit }) {
  const { t } = useTranslation('audit');
  const { at } = useTime();
  const ask = useAsk();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['audit', id, 'integrity'],
    queryFn: ({ signal }) => ask(Integrity, links.integrity, { signal }),
  });
  return (
    <section className="panel" aria-labelledby="record">
      <div className="panel-head">
        <h2 id="record">{t('record.title')}</h2>
        <button type="button" className="quiet" aria-disabled={isFetching} onClick={() => void refetch()}>
          {t('record.again')}
        </button>
      </div>
      {error !== null && <Trouble error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && (
        <div className="audit-checking" data-loading role="status">
          {t('record.checking')}
        </div>
      )}
      {data !== undefined && (
        <>
          <p className={`audit-verdict ${data.isWhole ? 'whole' : 'broken'}`} role="status">
            {t(data.isWhole ? 'record.whole' : 'record.broken')}{' '}
            <span className="hint">{t('record.checked', { at: at(data.checkedAt) })}</span>
          </p>
          <Checks of={data} />
        </>
      )}
    </section>
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
