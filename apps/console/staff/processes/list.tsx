// Lists over processes of every kind: which there are, and which things stand on their lists.
import { useTranslation } from 'react-i18next';
import { addressOf, ProcessLine } from '../../api/processes.ts';
import { lightOf, toneOf } from '../../look/light.ts';
import type { Dated } from '../../look/light.ts';
import { useTime } from '../../look/time.ts';
import { Where } from '../../look/where.tsx';
import { useAddress } from '../list/filter-bar.tsx';
import type { Filter } from '../list/filter-bar.tsx';
import { ListPage } from '../list/list-page.tsx';
import type { Column } from '../list/table.tsx';
import { useKinds } from '../process/names.ts';
import { TimeLeft } from '../time-left.tsx';
import { Entrances, Tabs } from './entrances.tsx';
import { useStanding } from './standing.ts';
import './processes.css';

const source = { name: 'processes', path: 'processes', item: ProcessLine, exports: 'processes' };

/** Every process that is no matter and that this reader may see; one kind after the other by its tab. */
export function Processes() {
  const { t } = useTranslation('process');
  const kinds = useKinds();
  const { search } = useAddress();
  const kind = kinds.find(({ name }) => name === search.get('process'));
  return (
    <ListPage
      title={kind?.title ?? t('all')}
      source={source}
      columns={useColumns(kind === undefined)}
      filters={useFilters()}
      keyOf={({ id }) => id}
      hrefOf={({ href }) => addressOf(href)}
      toneOf={(process) => toneOf(lightOf(datedOf(process)))}
      empty={t('empty')}
    >
      <Entrances kind={kind?.name} />
      <Tabs />
    </ListPage>
  );
}

const datedOf = (process: ProcessLine): Dated => ({ ...process, isPaused: false });

function useColumns(isMixed: boolean): readonly Column<ProcessLine>[] {
  const { t } = useTranslation('process');
  const { at, spoken } = useTime();
  const standing = useStanding();
  const kind: Column<ProcessLine> = { name: 'kind', title: t('kind'), show: ({ process }) => process.title };
  return [
    {
      name: 'label',
      title: t('label'),
      isMain: true,
      show: ({ number, label }) => <span className="wrap">{`${number ?? ''} ${spoken(label)}`.trim()}</span>,
    },
    ...(isMixed ? [kind] : []),
    { name: 'place', title: t('place'), show: ({ place }) => <Where place={place} /> },
    {
      name: 'state',
      title: t('state'),
      isTight: true,
      show: (line) => standing({ ...line, process: line.process.value }),
    },
    {
      name: 'left',
      title: t('due'),
      isTight: true,
      show: (line) => <TimeLeft of={datedOf(line)} isShort />,
      note: ({ dueAt, closedAt }) => (dueAt === null || closedAt !== null ? null : at(dueAt, 'short')),
    },
    {
      name: 'opened',
      title: t('openedAt'),
      isTight: true,
      show: ({ openedAt }) => at(openedAt, 'short'),
    },
  ];
}

function useFilters(): readonly Filter[] {
  const { t } = useTranslation(['process', 'term', 'staff']);
  return [
    { name: 'q', title: t('search'), isText: true },
    {
      name: 'status',
      title: t('status'),
      options: (['open', 'closed'] as const).map((value) => ({ value, title: t(`term:status.${value}`) })),
    },
    { name: 'place', title: t('place'), href: '/api/v1/places?level=community' },
    {
      name: 'late',
      title: t('staff:ledger.late'),
      options: [{ value: 'true', title: t('staff:ledger.lateOnly') }],
    },
    {
      name: 'sort',
      title: t('staff:ledger.sort'),
      options: [
        { value: 'due', title: t('staff:ledger.sortOf.due') },
        { value: '-opened', title: t('staff:ledger.sortOf.latest') },
      ],
    },
  ];
}
