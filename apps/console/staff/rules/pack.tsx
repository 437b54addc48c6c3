import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Version } from '../../api/policies.ts';
import { useTitle } from '../../look/title.ts';
import { When } from '../../look/when.tsx';
import { useAddress } from '../list/filter-bar.tsx';
import { useVersions } from './asked.ts';
import { Cases } from './cases.tsx';
import { Difference } from './difference.tsx';
import { PackTable } from './pack-table.tsx';
import './rules.css';
import { TryOut } from './try-out.tsx';

const tabs = ['table', 'examples', 'difference', 'try'] as const;
type Tab = (typeof tabs)[number];

/** One pack: its values as a table, its cases, its difference to another version, and a moment to try it with. */
export function PackPage() {
  const { name = '' } = useParams();
  const { search } = useAddress();
  return (
    <div className="page rules">
      <When asked={useVersions()}>
        {({ items }) => {
          const own = items.filter((one) => one.what === 'policy' && one.name === name);
          const shown = own.find(({ version }) => version === search.get('version')) ?? own[0];
          return shown === undefined ? <Unknown /> : <Whole version={shown} versions={own} />;
        }}
      </When>
    </div>
  );
}

function Unknown() {
  const { t } = useTranslation('rules');
  return (
    <p className="state">
      {t('pack.unknown')} <Link to="/policies">{t('packs.title')}</Link>
    </p>
  );
}

function Whole({ version, versions }: { version: Version; versions: readonly Version[] }) {
  const { t } = useTranslation('rules');
  const { search, set } = useAddress();
  const tab = tabs.find((one) => one === search.get('tab')) ?? 'table';
  useTitle(`${version.title} ${version.version}`);
  return (
    <>
      <div className="page-head">
        <h1>{version.title}</h1>
        <label>
          {t('packs.column.version')}{' '}
          <select
            className="input"
            value={version.version}
            onChange={({ target }) => set({ version: target.value })}
          >
            {versions.map((one) => (
              <option key={one.version}>{one.version}</option>
            ))}
          </select>
        </label>
      </div>
      <div className="rules-tabs" role="group" aria-label={t('pack.parts')}>
        {tabs.map((one) => (
          <button key={one} type="button" aria-pressed={one === tab} onClick={() => set({ tab: one })}>
            {t(`pack.tab.${one}`)}
          </button>
        ))}
      </div>
      <Part tab={tab} version={version} versions={versions} />
    </>
  );
}

type PartProps = { tab: Tab; version: Version; versions: readonly Version[] };

function Part({ tab, version: { name, version }, versions }: PartProps) {
  if (tab === 'examples') return <Cases name={name} version={version} />;
  if (tab === 'difference') return <Difference name={name} version={version} versions={versions} />;
  if (tab === 'try') return <TryOut name={name} version={version} />;
  return <PackTable name={name} version={version} />;
}
