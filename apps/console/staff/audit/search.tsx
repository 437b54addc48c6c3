// Audits: a process is found by what happened in it, and its page tells its whole course, explains its deadlines,
// and shows whether the record is whole.
import { useTranslation } from 'react-i18next';
import { useTime } from '../../look/time.ts';
import { Where } from '../../look/where.tsx';
import { useAddress } from '../list/filter-bar.tsx';
import { ListPage } from '../list/list-page.tsx';
import type { Column } from '../list/table.tsx';
import { useStanding } from '../processes/standing.ts';
import { AuditLine } from './answer.ts';
import { useAuditFilters } from './filters.ts';
import { Span } from './span.tsx';
import './audit.css';

const source = { name: 'audits', path: 'audits', item: AuditLine, exports: 'audits' };

/** What a process can be found for; without any of it all are there, and nothing needs a reason. */
const sought = ['q', 'person', 'unit', 'happened', 'rule', 'ending'];

/** Finds a process by number, person, unit, rule, time or ending; every row says why it was found. */
export function AuditSearch() {
  const { t } = useTranslation('audit');
  const { search } = useAddress();
  const hasReasons = search.get('when') === 'any' || sought.some((name) => search.has(name));
  return (
    <ListPage
      title={t('title')}
      source={source}
      columns={useColumns(hasReasons)}
      filters={useAuditFilters()}
      keyOf={({ id }) => id}
      hrefOf={({ id }) => `/audit/${id}`}
      empty={t('empty')}
    >
      <Span />
    </ListPage>
  );
}

function useColumns(hasReasons: boolean): readonly Column<AuditLine>[] {
  const { t } = useTranslation('audit');
  const { at, spoken } = useTime();
  const standing = useStanding();
  const why: Column<AuditLine> = {
    name: 'why',
    title: t('column.why'),
    show: (line) => <Reasons of={line} />,
  };
  return [
    {
      name: 'number',
      title: t('column.number'),
      isMain: true,
      show: ({ number, receipt, label }) => number ?? receipt ?? spoken(label),
      note: ({ number, receipt }) => (number === null ? null : receipt),
    },
    {
      name: 'process',
      title: t('column.process'),
      show: ({ process }) => process.title,
      note: ({ number, receipt, label, process }) =>
        (number ?? receipt) === null || label === process.title ? null : spoken(label),
    },
    {
      name: 'place',
      title: t('column.place'),
      isForDesk: true,
      show: ({ place }) => <Where place={place} />,
    },
    {
      name: 'state',
      title: t('column.state'),
      isTight: true,
      show: (line) => standing({ ...line, process: line.process.value }),
    },
    {
      name: 'time',
      title: t('column.time'),
      isTight: true,
      show: ({ openedAt }) => at(openedAt, 'dayOnly'),
      note: ({ closedAt }) => (closedAt === null ? null : t('until', { at: at(closedAt, 'dayOnly') })),
    },
    ...(hasReasons ? [why] : []),
  ];
}

/** Who did what of what was looked for, and when. */
function Reasons({ of: { reasons } }: { of: AuditLine }) {
  const { at } = useTime();
  return (
    <ul>
      {reasons.map(({ at: moment, who, what }) => (
        <li key={what}>
          {moment === null ? null : <span className="hint">{at(moment, 'short')} </span>}
          {who === null ? null : <strong>{who} </strong>}
          {what}
        </li>
      ))}
    </ul>
  );
}
