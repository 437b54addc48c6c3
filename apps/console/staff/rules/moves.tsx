import { useTranslation } from 'react-i18next';
import type { Version } from '../../api/policies.ts';
import { useTitle } from '../../look/title.ts';
import { When } from '../../look/when.tsx';
import { useAddress } from '../list/filter-bar.tsx';
import { useVersions } from './asked.ts';
import { MoveList } from './move-list.tsx';
import './rules.css';

const keyOf = ({ what, name, version }: Version): string => `${what} ${name} ${version}`;

/** What another version, or a calendar by notice, would move among the processes that run; and moving it. */
export function Moves() {
  const { t } = useTranslation('rules');
  useTitle(t('moves.title'));
  return (
    <div className="page rules">
      <h1>{t('moves.title')}</h1>
      <p className="hint">{t('moves.hint')}</p>
      <When asked={useVersions()}>{({ items }) => <Chosen versions={items} />}</When>
    </div>
  );
}

function Chosen({ versions }: { versions: readonly Version[] }) {
  const { t } = useTranslation('rules');
  const { search, set } = useAddress();
  const chosen = versions.find((version) => keyOf(version) === search.get('to')) ?? versions[0];
  if (chosen === undefined) return <p className="state">{t('moves.none')}</p>;
  return (
    <>
      <p>
        <label>
          {t('moves.to')}{' '}
          <select
            className="input"
            value={keyOf(chosen)}
            onChange={({ target }) => set({ to: target.value })}
          >
            {versions.map((version) => (
              <option key={keyOf(version)} value={keyOf(version)}>
                {`${version.what === 'policy' ? version.title : t('packs.calendar', { name: version.name })} ${version.version}`}
              </option>
            ))}
          </select>
        </label>
      </p>
      <MoveList key={keyOf(chosen)} to={chosen} />
    </>
  );
}
