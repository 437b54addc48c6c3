import { useTranslation } from 'react-i18next';
import type { Version } from '../../api/policies.ts';
import { When } from '../../look/when.tsx';
import { useAddress } from '../list/filter-bar.tsx';
import { useDifference } from './asked.ts';
import { Changes } from './proposal.tsx';

type Props = { name: string; version: string; versions: readonly Version[] };

/** What is other here than in another version, in words; which one stands in the address. */
export function Difference({ name, version, versions }: Props) {
  const { t } = useTranslation('rules');
  const { search, set } = useAddress();
  const others = versions.filter((one) => one.version !== version);
  const before = versions[versions.findIndex((one) => one.version === version) + 1] ?? others[0];
  const other = others.find((one) => one.version === search.get('with')) ?? before;
  const asked = useDifference(name, version, other?.version);
  if (other === undefined) return <p className="state">{t('difference.only')}</p>;
  return (
    <section className="panel" aria-labelledby="difference">
      <h2 id="difference">{t('difference.title', { version, other: other.version })}</h2>
      <p>
        <label>
          {t('difference.with')}{' '}
          <select
            className="input"
            value={other.version}
            onChange={({ target }) => set({ with: target.value })}
          >
            {others.map((one) => (
              <option key={one.version}>{one.version}</option>
            ))}
          </select>
        </label>
      </p>
      <When asked={asked}>{({ items }) => <Changes sentences={items} />}</When>
    </section>
  );
}
