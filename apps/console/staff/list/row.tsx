import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Gone } from '../action/gone.tsx';
import type { Column, Props as TableProps } from './table.tsx';

type Props<T> = TableProps<T> & { row: T; id: string; order: readonly string[] };

/** One row: chosen or not, its cells, and what may be done with it. */
export function Row<T>({ row, id, order, ...of }: Props<T>) {
  const { t } = useTranslation('desk');
  const { columns, chosen, acts, gone, toneOf } = of;
  const [isWarm, setWarm] = useState(false);
  const isGone = gone?.has(id) === true;
  const isChosen = chosen?.keys.has(id) === true;
  return (
    <tr
      className={[toneOf?.(row), isGone && 'gone', isChosen && 'chosen'].filter(Boolean).join(' ')}
      data-key={id}
      data-acts-at={of.actsAt?.(row)}
      onPointerEnter={() => setWarm(true)}
      onPointerLeave={() => setWarm(false)}
      onFocus={() => setWarm(true)}
      onBlur={({ relatedTarget, currentTarget }) => setWarm(currentTarget.contains(relatedTarget))}
    >
      {chosen !== undefined && (
        <td className="pick">
          <input
            type="checkbox"
            data-pick
            tabIndex={-1}
            aria-label={t('pick.one', { title: chosen.titleOf(id) })}
            checked={isChosen}
            onClick={({ shiftKey }) => chosen.toggle(id, shiftKey ? order : undefined)}
            onChange={() => undefined}
          />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.name} data-label={column.title} className={classOf(column)}>
          <Cell column={column} row={row} of={of} isGone={isGone} />
        </td>
      ))}
      {acts !== undefined && <td className="pinned acts">{acts(row, isWarm)}</td>}
    </tr>
  );
}

type CellProps<T> = { column: Column<T>; row: T; of: TableProps<T>; isGone: boolean };

function Cell<T>({ column: { isMain, show, note }, row, of, isGone }: CellProps<T>) {
  const href = of.hrefOf?.(row);
  const shown =
    isMain && href !== undefined ? (
      <Link to={href} state={of.state} data-row onClick={() => of.onOpen?.(row)}>
        {show(row)}
      </Link>
    ) : (
      show(row)
    );
  const actsAt = isMain && isGone ? of.actsAt?.(row) : undefined;
  const noted = actsAt === undefined ? note?.(row) : <Gone href={actsAt} />;
  return isEmpty(noted) ? shown : <Noted note={noted}>{shown}</Noted>;
}

const isEmpty = (noted: ReactNode) => noted === undefined || noted === null;

const Noted = ({ note, children }: { note: ReactNode; children: ReactNode }) => (
  <div>
    {children}
    <div className="hint">{note}</div>
  </div>
);

const classOf = <T,>({ isMain, isPinned, isTight, isForDesk }: Column<T>): string =>
  [isMain && 'main', isTight && 'tight', isPinned && 'pinned', isForDesk && 'desk']
    .filter((name) => name !== undefined)
    .join(' ');
