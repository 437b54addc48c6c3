import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/processes.ts';
import { useTime } from '../../look/time.ts';
import type { Column } from '../list/table.tsx';
import { Behind, useBehind } from './behind.tsx';
import { counted, CounterLine, counterNames } from './counter.ts';
import { Listed } from './listed.tsx';

const source = { name: 'overview', path: 'counters/matters', item: CounterLine, exports: 'counters-matters' };

/** Each time that it happened. */
export function CounterBehind({ query }: { query: URLSearchParams }) {
  const { t } = useTranslation('watch');
  const { open, step, close } = useBehind();
  const columns = useTimeColumns();
  const name = counterNames.find((one) => one === open);
  const of = counted.find((one) => one === step) ?? 'ever';
  if (name === undefined) return null;
  const wish = new URLSearchParams(query);
  wish.set('name', name);
  wish.set('of', of);
  return (
    <Behind title={`${t(`counter.${name}`)} · ${t(`counted.${of}`)}`} onClose={close}>
      <Listed
        title={t(`counter.${name}`)}
        source={source}
        query={wish}
        columns={columns}
        keyOf={({ id }) => id}
        hrefOf={({ process }) => addressOf(process.href)}
        empty={t('empty.part')}
      />
    </Behind>
  );
}

function useTimeColumns(): readonly Column<CounterLine>[] {
  const { t } = useTranslation('watch');
  const { at, span, spoken } = useTime();
  return [
    {
      name: 'matter',
      title: t('column.matter'),
      isMain: true,
      show: ({ process }) => spoken(process.label),
      note: ({ process }) => process.number,
    },
    { name: 'task', title: t('column.task'), show: ({ task }) => task, note: ({ hands }) => hands?.title },
    { name: 'began', title: t('column.began'), isTight: true, show: ({ began }) => at(began, 'short') },
    {
      name: 'ended',
      title: t('column.ended'),
      isTight: true,
      show: ({ ended }) => (ended === null ? t('still') : at(ended, 'short')),
    },
    { name: 'ms', title: t('counted.ms'), isTight: true, show: ({ ms }) => span(ms) },
    { name: 'times', title: t('column.times'), isTight: true, show: ({ times }) => times },
  ];
}
