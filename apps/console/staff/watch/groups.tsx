import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { useName } from '../../text/name.ts';
import { useAddress } from '../list/filter-bar.tsx';
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
      <h2 id="bars">{t(`bars.${tab}`)}</h2>
      <Tabs label={t('by.label')} name="by" tabs={tabs} />
      <Bars tab={tab} by={by} />
    </section>
  );
}

function Bars({ tab, by }: { tab: ClockTab; by: Grouping }) {
  const { t } = useTranslation('watch');
  const ask = useAsk();
  const { search, set } = useAddress();
  const query = clockQuery(search);
  query.delete(by); // The others stay in sight beside the one that is chosen.
  query.set('by', by);
  const { data } = useQuery({
    queryKey: ['overview', 'groups', query.toString()],
    queryFn: () => ask(Groups, at(`clocks/groups?${query}`)),
    placeholderData: (before) => before,
  });
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
