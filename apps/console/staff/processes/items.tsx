import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item } from '../../api/matters.ts';
import type { Process } from '../../api/processes.ts';
import { Table } from '../list/table.tsx';
import { useProcess } from '../process/names.ts';
import { useItemColumns } from './item-columns.tsx';

/** So many rows stand on the page before somebody asks for the rest. */
const FIRST = 30;

/** The things on the process's list, a table for each kind in the catalogue's order, settled ones folded away. */
export function Items({ process }: { process: Process }) {
  const { items } = useProcess(process.process);
  const kinds = items.filter(({ kind }) => process.items.some((item) => item.kind.value === kind));
  return kinds.map(({ kind, title }) => (
    <OfKind
      key={kind}
      title={title}
      process={process}
      items={process.items.filter((item) => item.kind.value === kind)}
    />
  ));
}

type OfKindProps = { title: string; process: Process; items: readonly Item[] };

function OfKind({ title, process, items }: OfKindProps) {
  const { t } = useTranslation('process');
  const [isAll, setAll] = useState(false);
  const open = items.filter(({ closedAt }) => closedAt === null);
  const settled = items.filter(({ closedAt }) => closedAt !== null);
  return (
    <div className="panel items">
      <div className="panel-head">
        <h2>
          {title} <small className="hint">{t('counts', { open: open.length, all: items.length })}</small>
        </h2>
        {settled.length > 0 && (
          <button type="button" className="quiet" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
            {isAll ? t('openOnly') : t('settled', { n: settled.length })}
          </button>
        )}
      </div>
      <Rows label={title} process={process} items={isAll ? [...open, ...settled] : open} />
    </div>
  );
}

function Rows({ label, process, items }: { label: string; process: Process; items: readonly Item[] }) {
  const { t } = useTranslation('process');
  const [isWhole, setWhole] = useState(false);
  const columns = useItemColumns(process, items);
  const shown = isWhole ? items : items.slice(0, FIRST);
  if (items.length === 0) return null;
  return (
    <>
      <Table label={label} columns={columns} rows={shown} keyOf={({ id }) => id} />
      {shown.length < items.length && (
        <button type="button" className="quiet" onClick={() => setWhole(true)}>
          {t('rest', { n: items.length - shown.length })}
        </button>
      )}
    </>
  );
}
