import { useTranslation } from 'react-i18next';
import { Titled } from '../../api/matters.ts';
import { addressOf, ProcessLine } from '../../api/processes.ts';
import { Lamp } from '../../look/lamp.tsx';
import { lightOf, toneOf } from '../../look/light.ts';
import { useTime } from '../../look/time.ts';
import { Where } from '../../look/where.tsx';
import { ListPage } from '../list/list-page.tsx';
import type { Column } from '../list/table.tsx';
import './charts.css';
import { What } from './what.tsx';

const CaseLine = ProcessLine.extend({ kind: Titled.nullable(), lead: Titled.nullable() });
type CaseLine = ReturnType<typeof CaseLine.parse>;

const source = { name: 'statistics', path: 'statistics/cases', item: CaseLine, exports: 'cases' };

/** The cases behind one number; what was counted stands in the address, and in words above the list. */
export function Cases() {
  const { t } = useTranslation('charts');
  return (
    <ListPage
      title={t('cases.title')}
      source={source}
      columns={useColumns()}
      filters={[]}
      keyOf={({ id }) => id}
      hrefOf={({ href }) => addressOf(href)}
      toneOf={(line) => toneOf(lightOf({ ...line, isPaused: false }))}
      empty={t('cases.empty')}
    >
      <What />
    </ListPage>
  );
}

function useColumns(): readonly Column<CaseLine>[] {
  const { t } = useTranslation(['staff', 'process']);
  const { at, spoken, until } = useTime();
  return [
    {
      name: 'number',
      title: t('inbox.number'),
      isMain: true,
      show: ({ number, label }) => number ?? spoken(label),
    },
    { name: 'kind', title: t('inbox.kind'), show: ({ kind, process }) => kind?.title ?? process.title },
    { name: 'place', title: t('inbox.place'), show: ({ place }) => <Where place={place} /> },
    { name: 'unit', title: t('ledger.unit'), show: ({ lead }) => lead?.title },
    { name: 'step', isTight: true, title: t('inbox.step'), show: ({ step }) => step?.title },
    {
      name: 'light',
      isTight: true,
      title: t('ledger.due'),
      show: (line) => (
        <span className="time-left">
          <Lamp light={lightOf({ ...line, isPaused: false })} />{' '}
          {line.dueAt !== null && line.closedAt === null && until(line.dueAt, 'short')}
        </span>
      ),
    },
    {
      name: 'opened',
      isTight: true,
      title: t('ledger.received'),
      show: ({ openedAt }) => at(openedAt, 'short'),
    },
    {
      name: 'closed',
      isTight: true,
      title: t('process:closedAt'),
      show: ({ closedAt }) => closedAt && at(closedAt, 'short'),
    },
  ];
}
