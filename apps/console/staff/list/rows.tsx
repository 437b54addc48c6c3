import { useEffect, useRef, useState } from 'react';
import { Trouble } from '../../look/trouble.tsx';
import { Batch } from '../action/batch.tsx';
import { Panel } from '../action/panel.tsx';
import { RowActs } from '../action/row-acts.tsx';
import { ChosenBar } from './chosen-bar.tsx';
import { Earlier, Fresh, More } from './ends.tsx';
import type { Props as PageProps } from './list-page.tsx';
import { useSteady } from './steady.ts';
import { Table } from './table.tsx';
import { useChosen } from './use-chosen.ts';
import type { Pieces } from './use-pieces.ts';
import { useWork } from './use-work.ts';

type Props<T> = PageProps<T> & { pieces: Pieces<T> };

/** So far down the reader has left the head of the page. Pixels. */
const SCROLLED = 80;

/** The rows of a list, which stay where they are while somebody works among them. */
export function Rows<T>(props: Props<T>) {
  const { pieces, keyOf, actsAt, empty } = props;
  const box = useRef<HTMLDivElement>(null);
  const isBusy = useRef(false);
  const isHeld = () =>
    isBusy.current || window.scrollY > SCROLLED || box.current?.contains(document.activeElement) === true;
  const shown = useSteady(pieces.rows, keyOf, pieces.version, isHeld);
  if (shown.rows.length === 0) return <p className="state">{empty}</p>;
  const given = { ...props, rows: shown.rows, gone: shown.gone, label: props.title };
  return (
    <div className="rows" ref={box}>
      {pieces.error !== null && <Trouble error={pieces.error} onRetry={pieces.again} />}
      <Fresh n={shown.fresh} onShow={shown.show} />
      <Earlier pieces={pieces} />
      {actsAt === undefined ? (
        <Table {...given} />
      ) : (
        <Worked {...given} actsAt={actsAt} onBusy={(is) => void (isBusy.current = is)} />
      )}
      <More pieces={pieces} n={shown.rows.length} />
    </div>
  );
}

type WorkedProps<T> = PageProps<T> & {
  rows: readonly T[];
  gone: ReadonlySet<string>;
  label: string;
  actsAt: (row: T) => string | undefined;
  onBusy: (isBusy: boolean) => void;
};

/** Rows that offer acts: each beside the list, several together. */
function Worked<T>({ onBusy, ...props }: WorkedProps<T>) {
  const { rows, keyOf, titleOf, actsAt, state } = props;
  const [isBatch, setBatch] = useState(false);
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const named = (key: string) => {
    const row = byKey.get(key);
    return row === undefined ? key : (titleOf?.(row) ?? key);
  };
  const chosen = useChosen(named);
  const work = useWork({ ...props, chosen });
  const isBusy = chosen.keys.size > 0 || work.opened !== undefined || isBatch;
  useEffect(() => onBusy(isBusy));
  const picked = [...chosen.keys].flatMap((key) => work.openedAt(byKey.get(key)) ?? []);
  const acts = (row: T, isWarm: boolean) => {
    const [key, href] = [keyOf(row), actsAt(row)];
    if (href === undefined) return null;
    return <RowActs href={href} title={named(key)} isWarm={isWarm} onOpen={(act) => work.open(key, act)} />;
  };
  const closeBatch = () => {
    setBatch(false);
    chosen.clear();
  };
  return (
    <>
      <Table {...props} chosen={chosen} onWish={work.wish} acts={acts} />
      <ChosenBar n={chosen.keys.size} onDo={() => setBatch(true)} onClear={chosen.clear} />
      <Batch rows={picked} isOpen={isBatch} onClose={closeBatch} />
      <Panel row={work.opened} act={work.act} state={state} onClose={work.close} onNext={work.next} />
    </>
  );
}
