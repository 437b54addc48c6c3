import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** One column: its heading, and what of a row stands in it. `isMain` is the one that opens the row, or just its name. */
export type Column<T> = {
  name: string;
  title: string;
  show: (row: T) => ReactNode;
  /** A second, smaller line. */
  note?: (row: T) => ReactNode;
  isMain?: boolean;
  /** Never broken into lines. */
  isTight?: boolean;
  /** Stays in sight at the right when the table is wider than the window. */
  isPinned?: boolean;
  /** Left out on a phone, where the whole row opens it. */
  isForDesk?: boolean;
};

type Props<T> = {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** Without it rows open nothing. */
  hrefOf?: (row: T) => string;
  onOpen?: (row: T) => void;
  /** Marks rows that want attention. */
  toneOf?: (row: T) => string | undefined;
};

/** A table that becomes a list of cards on a phone; its rows are walked through with J and K. */
export function Table<T>({ label, columns, rows, keyOf, hrefOf, onOpen, toneOf }: Props<T>) {
  return (
    <div className="table-box" role="region" aria-label={label} tabIndex={0}>
      <table className="table" data-walk>
        <thead>
          <tr>
            {columns.map(({ name, title, isPinned }) => (
              <th key={name} scope="col" className={isPinned ? 'pinned' : ''}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className={toneOf?.(row)}>
              {columns.map((column) => (
                <td key={column.name} data-label={column.title} className={classOf(column)}>
                  <Cell column={column} row={row} href={hrefOf?.(row)} onOpen={() => onOpen?.(row)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CellProps<T> = { column: Column<T>; row: T; href: string | undefined; onOpen: () => void };

function Cell<T>({ column: { isMain, show, note }, row, href, onOpen }: CellProps<T>) {
  const shown =
    isMain && href !== undefined ? (
      <Link to={href} data-row onClick={onOpen}>
        {show(row)}
      </Link>
    ) : (
      show(row)
    );
  const noted = note?.(row);
  if (noted === undefined || noted === null) return shown;
  return (
    <div>
      {shown}
      <div className="hint">{noted}</div>
    </div>
  );
}

const classOf = <T,>({ isMain, isPinned, isTight, isForDesk }: Column<T>): string =>
  [isMain && 'main', isTight && 'tight', isPinned && 'pinned', isForDesk && 'desk']
    .filter((name) => name !== undefined)
    .join(' ');
