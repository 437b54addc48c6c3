import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useName } from '../../text/name.ts';
import { Exports } from '../list/exports.tsx';
import { useAddress } from '../list/filter-bar.tsx';
import { useNumbers } from './board.tsx';
import { clockQuery, Group, groupings } from './clock.ts';
import type { ClockTab, Grouping } from './clock.ts';
import { Tabs } from './tabs.tsx';

const Groups = z.object({ items: z.array(Group) });

/** Who, where and what it is: raw counts as bars; one click narrows the list to a bar, another widens it again. */
export function GroupBars({ tab }: { tab: ClockTab }) {
  const { t } = useTranslation('watch');
  const { search } = useAddress();
  const by = groupings.find((one) => one === search.get('by')) ?? 'unit';
  const tabs = groupings.map((value) => ({ value, title: t(`by.${value}`) }));
  return (
    <section className="panel bars" aria-labelledby="bars">
      <div className="list-tools">
        <h2 id="bars">{t(`bars.${tab}`)}</h2>
        <Exports list="clocks-groups" title={t(`bars.${tab}`)} wish={groupQuery(search, by).toString()} />
      </div>
      <Tabs label={t('by.label')} name="by" tabs={tabs} />
      <Bars tab={tab} by={by} />
    </section>
  );
}

/** The bar that is chosen narrows the list alone: the others stay in sight beside it. */
function groupQuery(search: URLSearchParams, by: Grouping): URLSearchParams {
  const query = clockQuery(search);
  query.delete(by);
  query.set('by', by);
  return query;
}

function Bars({ tab, by }: { tab: ClockTab; by: Grouping }) {
  const { t } = useTranslation('watch');
  const { search, set } = useAddress();
  const query = groupQuery(search, by);
  const { data } = useNumbers(Groups, `clocks/groups?${query}`);
  const chosen = search.get(by);
  const groups = data?.items.filter((group) => group[tab] > 0).sort((a, b) => b[tab] - a[tab]) ?? [];
  const most = Math.max(1, ...groups.map((group) => group[tab]));
  if (data !== undefined && groups.length === 0) return <p className="hint">{t('bars.none')}</p>;
  return (
    <ol data-loading={data === undefined || undefined}>
      {groups.map((group) => (
        <li key={group.value}>
          <button
            type="button"
            aria-pressed={chosen === group.value}
            onClick={() => set({ [by]: chosen === group.value ? undefined : group.value })}
          >
            <GroupTitle by={by} group={group} />
            <b>{group[tab]}</b>
            <span className="bar-of" style={{ inlineSize: `${(100 * group[tab]) / most}%` }} />
          </button>
        </li>
      ))}
    </ol>
  );
}

function GroupTitle({ by, group }: { by: Grouping; group: Group }) {
  const { t } = useTranslation('watch');
  const name = useName();
  if (group.value === 'none') return <span>{t('by.none')}</span>;
  return <span>{by === 'colour' ? name('site', 'colour', group.value) : group.title}</span>;
}
