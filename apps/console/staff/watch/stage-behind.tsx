import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/processes.ts';
import { Lamp } from '../../look/lamp.tsx';
import { useTime } from '../../look/time.ts';
import type { Column } from '../list/table.tsx';
import { Behind, useBehind } from './behind.tsx';
import { Listed } from './listed.tsx';
import { StageItem, stageNumbers } from './stage.ts';
import type { Stages } from './stage.ts';
import { useOwnerName } from './stage-table.tsx';
import { Tabs } from './tabs.tsx';

const source = { name: 'overview', path: 'stages/matters', item: StageItem, exports: 'stages-matters' };

/** The pieces of work behind one of the seven numbers; the other six are one click away. */
export function StageBehind({ of, query }: { of: Stages; query: URLSearchParams }) {
  const { t } = useTranslation('watch');
  const { open, owner, step, close } = useBehind();
  const nameOf = useOwnerName();
  const columns = useItemColumns();
  const number = stageNumbers.find((one) => one === open);
  const line = [of.whole, ...of.items].find((one) => one?.owner.value === (owner ?? step));
  if (number === undefined || line === undefined || line === null) return null;
  const wish = new URLSearchParams(query);
  wish.set('number', number);
  if (owner !== undefined) wish.set('owner', owner);
  if (step !== undefined) wish.set('step', step);
  return (
    <Behind title={`${nameOf(line.owner)} · ${t(`number.${number}`)}`} onClose={close}>
      <Tabs
        label={t('behind')}
        name="open"
        tabs={stageNumbers.map((value) => ({
          value,
          title: t(`number.${value}`),
          count: line.numbers[value],
        }))}
      />
      <Listed
        title={t(`number.${number}`)}
        source={source}
        query={wish}
        columns={columns}
        keyOf={({ id }) => id}
        hrefOf={({ process }) => addressOf(process.href)}
        toneOf={({ isLate }) => (isLate ? 'late' : undefined)}
        empty={t('empty.part')}
      />
    </Behind>
  );
}

function useItemColumns(): readonly Column<StageItem>[] {
  const { t } = useTranslation('watch');
  const { at, spoken } = useTime();
  const moment = (one: string | null) => one && at(one, 'short');
  return [
    {
      name: 'matter',
      title: t('column.matter'),
      isMain: true,
      show: ({ process }) => spoken(process.label),
      note: ({ process }) => process.number,
    },
    {
      name: 'task',
      title: t('column.task'),
      show: ({ task }) => task ?? t('stages.whole'),
      note: ({ hands, process }) => hands?.title ?? process.place?.title,
    },
    { name: 'opened', title: t('column.opened'), isTight: true, show: ({ openedAt }) => moment(openedAt) },
    { name: 'due', title: t('column.due'), isTight: true, show: ({ dueAt }) => moment(dueAt) },
    {
      name: 'done',
      title: t('column.done'),
      isTight: true,
      show: ({ isLate, doneAt }) => (isLate ? <Lamp light="late" /> : doneAt && <Lamp light="done" />),
      note: ({ doneAt }) => moment(doneAt),
    },
  ];
}
