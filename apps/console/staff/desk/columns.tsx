import { useTranslation } from 'react-i18next';
import { Triage } from '../../look/lamp.tsx';
import { useTime } from '../../look/time.ts';
import { Where } from '../../look/where.tsx';
import type { Column } from '../list/table.tsx';
import { useEnding } from '../process/names.ts';
import { isOpenBox } from './boxes.tsx';
import type { Box } from './boxes.tsx';
import { ClockLeft, Term } from './clock-left.tsx';
import type { DeskLine } from './line.ts';

/** What is to be done, of what. */
function useWhat(): (line: DeskLine) => string {
  const { spoken } = useTime();
  return ({ title, process, kind }) => {
    const name = process.about ?? spoken(process.label);
    return kind === null ? name : `${title} · ${name}`;
  };
}

/** What a row is called where it stands alone. */
export function useLineTitle(): (line: DeskLine) => string {
  const what = useWhat();
  return (line) =>
    [what(line), line.process.number ?? line.matter?.receipt ?? ''].filter((part) => part !== '').join(' · ');
}

/** The columns of a box: what to do comes first, then how long is left or when it was. */
export function useDeskColumns(box: Box): readonly Column<DeskLine>[] {
  const { t } = useTranslation('desk');
  const own = useOwnColumns(box);
  const what = useWhat();
  return [
    {
      name: 'what',
      title: t('column.what'),
      isMain: true,
      show: what,
      note: ({ ask, process, matter, kind }) =>
        kind === null || matter === null
          ? [process.process.title, ask].filter((part) => part !== '').join(' · ')
          : ask,
    },
    ...own,
    { name: 'place', title: t('column.place'), show: ({ process }) => <Where place={process.place} /> },
    {
      name: 'number',
      isTight: true,
      title: t('column.number'),
      show: ({ process, matter }) => process.number ?? matter?.receipt,
      note: ({ matter }) => matter?.colour && <Triage colour={matter.colour} />,
    },
    ...(isOpenBox(box)
      ? [{ name: 'holder', title: t('column.holder'), show: (line: DeskLine) => <Holder of={line} /> }]
      : []),
  ];
}

function useOwnColumns(box: Box): readonly Column<DeskLine>[] {
  const { t } = useTranslation('desk');
  const { at } = useTime();
  const left: Column<DeskLine> = {
    name: 'left',
    title: t('column.left'),
    isTight: true,
    show: (line) => <ClockLeft of={line} />,
    note: (line) => <Term of={line} />,
  };
  const stands: Column<DeskLine> = {
    name: 'stands',
    title: t('column.stands'),
    isTight: true,
    show: (line) => <Stands of={line} />,
  };
  const when: Column<DeskLine> = {
    name: 'when',
    title: t(`when.${box === 'done' || box === 'copied' ? box : 'started'}`),
    isTight: true,
    show: (line) => line.at !== null && at(line.at, 'short'),
  };
  const outcome: Column<DeskLine> = {
    name: 'outcome',
    title: t('column.outcome'),
    isTight: true,
    show: (line) => line.outcome?.title,
  };
  if (isOpenBox(box)) return [left];
  return box === 'done' ? [when, outcome] : [when, stands];
}

/** In whose hands it is: he claimed it, it was handed to him, or it asks for him by name. */
function Holder({ of: { askedOf, heldBy, givenBy, isMine } }: { of: DeskLine }) {
  const { t } = useTranslation('desk');
  if (heldBy === null && askedOf !== null) return t('holder.named', { name: askedOf.title });
  if (heldBy === null) return <span className="hint">{t('holder.free')}</span>;
  const who = isMine ? t('holder.me') : heldBy.title;
  if (givenBy !== null) return t('holder.given', { name: who, by: givenBy.title });
  return isMine ? who : t('holder.other', { name: who });
}

/** Where a process stands: its step, or how it ended. */
function Stands({ of: { ending, step, process } }: { of: DeskLine }) {
  const { t } = useTranslation('desk');
  const ended = useEnding();
  if (ending !== null) return ended(process.process.value, ending);
  return step?.title ?? t('column.received');
}
