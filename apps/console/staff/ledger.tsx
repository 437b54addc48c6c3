import { useTranslation } from 'react-i18next';
import { LedgerLine } from '../api/matters.ts';
import { Lamp, Triage } from '../look/lamp.tsx';
import { lightOf, toneOf } from '../look/light.ts';
import { useTime } from '../look/time.ts';
import { Where } from '../look/where.tsx';
import { useName } from '../text/name.ts';
import { useLedgerFilters } from './ledger-filters.ts';
import { ListPage } from './list/list-page.tsx';
import type { Column } from './list/table.tsx';
import { datedOf } from './running.tsx';

const source = { name: 'matters', path: 'matters', item: LedgerLine, exports: 'matters' };

/** Every matter that this reader may see, with where it stands. */
export function Ledger() {
  const { t } = useTranslation('staff');
  const filters = useLedgerFilters();
  return (
    <ListPage
      title={t('ledger.title')}
      source={source}
      columns={useColumns()}
      filters={filters}
      keyOf={({ id }) => id}
      hrefOf={({ id }) => `/matters/${id}`}
      toneOf={(matter) => toneOf(lightOf(datedOf(matter)))}
      actsAt={({ id, closedAt }) => (closedAt === null ? `/api/v1/matters/${id}` : undefined)}
      titleOf={({ number, receipt, kind }) => `${number ?? receipt} ${kind.title}`}
      empty={t('ledger.empty')}
    />
  );
}

function useColumns(): readonly Column<LedgerLine>[] {
  const { t } = useTranslation('staff');
  const name = useName();
  const { at } = useTime();
  return [
    {
      name: 'number',
      title: t('inbox.number'),
      isMain: true,
      show: ({ number, receipt }) => number ?? receipt,
    },
    { name: 'kind', title: t('inbox.kind'), show: ({ kind }) => kind.title },
    { name: 'place', title: t('inbox.place'), show: ({ place }) => <Where place={place} /> },
    { name: 'step', title: t('inbox.step'), show: (matter) => <Step of={matter} /> },
    {
      name: 'light',
      isTight: true,
      title: t('ledger.due'),
      show: (matter) => <Due of={matter} />,
      note: ({ running }) => running?.title,
    },
    {
      name: 'colour',
      isTight: true,
      title: t('inbox.colour'),
      show: ({ colour }) => <Triage colour={colour} />,
      note: ({ size }) => size && name('term', 'size', size),
    },
    { name: 'unit', title: t('ledger.unit'), show: ({ lead }) => lead?.title },
    {
      name: 'received',
      isTight: true,
      title: t('ledger.received'),
      show: ({ openedAt, isLateEntry }) => (
        <>
          {at(openedAt, 'short')} {isLateEntry && <span className="tag mark">{t('ledger.lateEntry')}</span>}
        </>
      ),
    },
  ];
}

function Step({ of: { status, step, ending } }: { of: LedgerLine }) {
  const name = useName();
  if (status === 'closed' && ending !== null) return name('term', 'ending', ending);
  return step === null ? name('term', 'status', status) : step.title;
}

function Due({ of: matter }: { of: LedgerLine }) {
  const { until } = useTime();
  const dated = datedOf(matter);
  return (
    <>
      <Lamp light={lightOf(dated)} />{' '}
      {dated.dueAt !== null && matter.closedAt === null && until(dated.dueAt, 'short')}
    </>
  );
}
