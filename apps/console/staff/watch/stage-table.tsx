import { useTranslation } from 'react-i18next';
import { useAddress } from '../list/filter-bar.tsx';
import { Table } from '../list/table.tsx';
import type { Column } from '../list/table.tsx';
import { Opens, useBehind } from './behind.tsx';
import { useShare } from './share.ts';
import { stageNumbers } from './stage.ts';
import type { StageLine, StageNumber, Stages } from './stage.ts';

/** The process as a whole first, then its steps in order or its units, the most overdue first. */
export function StageTable({ of }: { of: Stages }) {
  const { t } = useTranslation('watch');
  const columns = useStageColumns();
  const rows = of.whole === null ? of.items : [of.whole, ...of.items];
  if (rows.length === 0) return <p className="state">{t('empty.stages')}</p>;
  return (
    <Table<StageLine>
      label={t('board.stages')}
      rows={rows}
      keyOf={({ owner }) => owner.value}
      toneOf={({ numbers }) => (numbers.pendingLate > 0 ? 'late' : undefined)}
      columns={columns}
    />
  );
}

function useStageColumns(): readonly Column<StageLine>[] {
  const { t } = useTranslation('watch');
  const share = useShare();
  const nameOf = useOwnerName();
  return [
    { name: 'owner', title: t('column.stage'), isMain: true, show: ({ owner }) => <b>{nameOf(owner)}</b> },
    ...stageNumbers.map((number): Column<StageLine> => ({
      name: number,
      title: t(`number.${number}`),
      isTight: true,
      show: (line) => <OneNumber line={line} number={number} name={nameOf(line.owner)} />,
    })),
    {
      name: 'closing',
      title: t('rate.closing'),
      isTight: true,
      show: ({ closingRate }) => share(closingRate),
    },
    { name: 'inTime', title: t('rate.inTime'), isTight: true, show: ({ inTimeRate }) => share(inTimeRate) },
  ];
}

/** The process as a whole has no step of its own. */
export function useOwnerName(): (owner: StageLine['owner']) => string {
  const { t } = useTranslation('watch');
  return ({ value, title }) => (value === 'whole' ? t('stages.whole') : title);
}

function OneNumber({ line, number, name }: { line: StageLine; number: StageNumber; name: string }) {
  const { t } = useTranslation('watch');
  const { show } = useBehind();
  const { search } = useAddress();
  const n = line.numbers[number];
  const isOfUnit = search.get('by') === 'unit' && line.owner.value !== 'whole';
  const where = isOfUnit ? { owner: line.owner.value } : { step: line.owner.value };
  return (
    <Opens
      n={n}
      title={`${name} ${t(`number.${number}`)} ${n}`}
      onOpen={() => show({ open: number, ...where })}
    />
  );
}
