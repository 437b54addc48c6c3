import { useTranslation } from 'react-i18next';
import { addressOf, ItemLine } from '../../api/processes.ts';
import { useTime } from '../../look/time.ts';
import { Where } from '../../look/where.tsx';
import { useName } from '../../text/name.ts';
import { useAddress } from '../list/filter-bar.tsx';
import type { Filter } from '../list/filter-bar.tsx';
import { ListPage } from '../list/list-page.tsx';
import type { Column } from '../list/table.tsx';
import { orderOf, wordsOf } from '../process/about-item.tsx';
import { useEnding, useKinds } from '../process/names.ts';
import './processes.css';

const source = { name: 'items', path: 'items', item: ItemLine, exports: 'items' };

/** The things on the lists of all processes: letters, problems, needs, whatever was said. */
export function ItemList() {
  const { t } = useTranslation('process');
  return (
    <ListPage
      title={t('items')}
      source={source}
      columns={useColumns()}
      filters={useFilters()}
      keyOf={({ id }) => id}
      hrefOf={({ process }) => addressOf(process.href)}
      empty={t('noItems')}
    />
  );
}

function useColumns(): readonly Column<ItemLine>[] {
  const { t } = useTranslation('process');
  const { at, spoken } = useTime();
  const name = useName();
  const ending = useEnding();
  return [
    {
      name: 'what',
      title: t('what'),
      isMain: true,
      show: (item) => (
        <span className="wrap">{`${item.number ?? `#${orderOf(item.id)}`} ${glimpse(wordsOf(item))}`}</span>
      ),
      note: ({ process }) => `${process.process.title} · ${spoken(process.label)}`,
    },
    { name: 'kind', title: t('itemKind'), isTight: true, show: ({ kind }) => kind.title },
    { name: 'place', title: t('place'), show: ({ place }) => <Where place={place} /> },
    { name: 'unit', title: t('unit'), show: ({ unit }) => unit?.title },
    {
      name: 'state',
      title: t('state'),
      isTight: true,
      show: ({ status, ending: code, process }) =>
        code === null ? name('term', 'status', status) : ending(process.process.value, code),
    },
    { name: 'opened', title: t('addedAt'), isTight: true, show: ({ openedAt }) => at(openedAt, 'short') },
  ];
}

/** As much of what was said as fits into a row. */
const GLIMPSE = 60;
const glimpse = (text: string): string => (text.length > GLIMPSE ? `${text.slice(0, GLIMPSE)}…` : text);

function useFilters(): readonly Filter[] {
  const { t } = useTranslation(['process', 'term']);
  const { search } = useAddress();
  const kinds = useKinds();
  const chosen = search.get('process');
  const titles = kinds
    .filter(({ name }) => chosen === null || name === chosen)
    .flatMap(({ items }) => Object.entries(items));
  return [
    {
      name: 'process',
      title: t('kind'),
      options: kinds
        .filter(({ items }) => Object.keys(items).length > 0)
        .map(({ name, title }) => ({ value: name, title })),
    },
    {
      name: 'kind',
      title: t('itemKind'),
      options: [...new Map(titles)].map(([value, title]) => ({ value, title })),
    },
    {
      name: 'status',
      title: t('status'),
      options: (['open', 'closed'] as const).map((value) => ({ value, title: t(`term:status.${value}`) })),
    },
    { name: 'place', title: t('place'), href: '/api/v1/places?level=community' },
    { name: 'unit', title: t('unit'), href: '/api/v1/units' },
  ];
}
