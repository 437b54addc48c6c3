import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addressOf } from '../../api/processes.ts';
import { Copy } from '../../look/copy.tsx';
import { useTime } from '../../look/time.ts';
import type { Audit } from './answer.ts';
import { Take } from './take.tsx';

/** So much of a digest tells two documents apart on the screen; the whole stands in its title and in the files. */
const SHORT = 8;

/** What is audited, under which rules it ran, and the file for a hearing. */
export function Head({ of }: { of: Audit }) {
  const { t } = useTranslation('audit');
  const { at, spoken } = useTime();
  const { number, receipt, process, label, place, ending, step, openedAt, closedAt } = of;
  return (
    <section className="panel" aria-labelledby="audited">
      <div className="page-head">
        <h1 id="audited">
          {t('title')} {number ?? receipt}
        </h1>
        <Take of={of} />
      </div>
      <dl className="audit-facts">
        <Fact title={t('head.process')}>
          {label === process.title ? process.title : `${process.title} · ${spoken(label)}`}
        </Fact>
        {number !== null && receipt !== null && <Fact title={t('head.receipt')}>{receipt}</Fact>}
        <Fact title={t('head.place')}>{place.title}</Fact>
        <Fact title={t('head.status')}>{ending?.title ?? step?.title ?? of.status}</Fact>
        <Fact title={t('head.opened')}>{at(openedAt)}</Fact>
        {closedAt !== null && <Fact title={t('head.closed')}>{at(closedAt)}</Fact>}
        <Fact title={t('head.policy')}>
          <Version of={of.policy} />
        </Fact>
        <Fact title={t('head.calendar')}>
          <Version of={of.calendar} />
        </Fact>
      </dl>
      <p>
        <Link to={addressOf(of.links.page)}>{t('head.open')}</Link>
      </p>
    </section>
  );
}

const Fact = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <div>
    <dt>{title}</dt>
    <dd>{children}</dd>
  </div>
);

/** A version of a document, with the digest by which anybody can tell that nobody changed it since. */
function Version({ of: { name, version, sha256 } }: { of: Audit['policy'] }) {
  const { t } = useTranslation('audit');
  return (
    <>
      {name} {version}
      <span className="audit-print hint" title={`SHA-256 ${sha256}`}>
        {t('head.print')} <code>{sha256.slice(0, SHORT)}…</code> <Copy text={sha256} isSmall />
      </span>
    </>
  );
}
