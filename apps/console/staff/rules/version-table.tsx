import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Version } from '../../api/policies.ts';
import { useTime } from '../../look/time.ts';

const addressOf = ({ what, name, version }: Version): string =>
  what === 'policy'
    ? `/policies/${encodeURIComponent(name)}?version=${encodeURIComponent(version)}`
    : `/calendar?version=${encodeURIComponent(version)}`;

/** The versions of one pack or calendar: since when each is in force, and by whom. */
export function VersionTable({ versions }: { versions: readonly Version[] }) {
  const { t, i18n } = useTranslation('rules');
  const [newest] = versions;
  if (newest === undefined) return null;
  const towns = newest.towns.map(({ title }) => title).join(i18n.language === 'en' ? ', ' : '、');
  const id = `versions-${newest.what}-${newest.name.replace('/', '-')}`;
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 id={id}>{newest.what === 'policy' ? newest.title : t('packs.calendar', { name: newest.name })}</h2>
      {towns !== '' && <p className="hint">{t('packs.towns', { towns })}</p>}
      <div className="table-box" role="group" aria-labelledby={id} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              {(['version', 'force', 'by', 'open'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`packs.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <Line key={version.version} version={version} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Line({ version }: { version: Version }) {
  const { t } = useTranslation('rules');
  const { at } = useTime();
  const { inForceFrom, inForceUntil, proposedBy, decidedBy, open } = version;
  const until = inForceUntil === null ? t('packs.now') : at(inForceUntil, 'dayOnly');
  const by =
    decidedBy === null
      ? t('packs.installed')
      : t('packs.twoPeople', { first: proposedBy?.title ?? '?', second: decidedBy.title });
  return (
    <tr>
      <td className="main" data-label={t('packs.column.version')}>
        <Link to={addressOf(version)}>{version.version}</Link>
      </td>
      <td data-label={t('packs.column.force')}>
        {at(inForceFrom, 'dayOnly')} – {until}
      </td>
      <td data-label={t('packs.column.by')}>{by}</td>
      <td data-label={t('packs.column.open')}>{open}</td>
    </tr>
  );
}
