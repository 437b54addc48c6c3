import { useTranslation } from 'react-i18next';
import { Table } from '../list/table.tsx';
import type { Column } from '../list/table.tsx';
import { Opens, useBehind } from './behind.tsx';
import { rateNames, rateParts } from './rate.ts';
import type { Rate, RateBoard, RateLine } from './rate.ts';
import { usePoints, useShare } from './share.ts';

/** The whole, then each unit or grid, the best first; "no data" stands last and is not zero. */
export function RateTable({ board }: { board: RateBoard }) {
  const { t } = useTranslation('watch');
  const columns = useRateColumns(board.formula.basically);
  return (
    <Table<RateLine>
      label={t('board.rates')}
      rows={[board.whole, ...board.items]}
      keyOf={({ owner }) => owner?.value ?? 'all'}
      columns={columns}
    />
  );
}

function useRateColumns(basically: number): readonly Column<RateLine>[] {
  const { t } = useTranslation('watch');
  const { show } = useBehind();
  const nameOf = ({ owner }: RateLine) => owner?.title ?? t('all');
  const count = (name: 'counted' | 'excluded' | 'invalid'): Column<RateLine> => ({
    name,
    title: t(`part.${name}`),
    isTight: true,
    show: (line) => (
      <Opens
        n={line.counts[name]}
        title={`${nameOf(line)} ${t(`part.${name}`)} ${line.counts[name]}`}
        onOpen={() => show({ open: name, owner: line.owner?.value })}
      />
    ),
  });
  return [
    { name: 'owner', title: t('column.owner'), isMain: true, show: (line) => <b>{nameOf(line)}</b> },
    ...rateNames.map((rate): Column<RateLine> => ({
      name: rate,
      title: t(`rate.${rate}`),
      isTight: true,
      show: (line) => (
        <OneRate rate={rate} line={line} name={nameOf(line)} raw={rawOf(rate, line, basically)} />
      ),
    })),
    count('counted'),
    count('excluded'),
    count('invalid'),
    { name: 'matters', title: t('column.matters'), isTight: true, show: ({ matters }) => matters },
  ];
}

type OneProps = { rate: Rate; line: RateLine; name: string; raw: string };

function OneRate({ rate, line, name, raw }: OneProps) {
  const { t } = useTranslation('watch');
  const { show } = useBehind();
  const share = useShare();
  const points = usePoints();
  const said = rate === 'total' ? points(line.total) : share(line[rate]);
  if (line[rate] === null) return <span className="hint">{said}</span>;
  return (
    <span className="rate">
      <Opens
        n={said}
        title={`${name} ${t(`rate.${rate}`)} ${said}`}
        onOpen={() => show({ open: rateParts[rate], owner: line.owner?.value })}
      />
      <span className="hint">{raw}</span>
    </span>
  );
}

/** The raw counts that a rate is made of. */
function rawOf(rate: Rate, { counts }: RateLine, basically: number): string {
  if (rate === 'total') return '';
  if (rate !== 'satisfaction') return `${counts[rateParts[rate]]}/${counts.counted}`;
  const worth = counts.basically === 0 ? '' : `+${basically}×${counts.basically}`;
  return worth === ''
    ? `${counts.satisfied}/${counts.counted}`
    : `(${counts.satisfied}${worth})/${counts.counted}`;
}
