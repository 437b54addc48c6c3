import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useTime } from '../../look/time.ts';
import { Exports } from '../list/exports.tsx';
import { useAddress } from '../list/filter-bar.tsx';
import { Table } from '../list/table.tsx';
import type { Column } from '../list/table.tsx';
import { Opens, useBehind } from './behind.tsx';
import { Board, useNumbers } from './board.tsx';
import { Counter, counted } from './counter.ts';
import { CounterBehind } from './counter-behind.tsx';
import { kindIn, useKindFilter } from './kind-filter.ts';
import { PeriodBar, periodQuery } from './period.tsx';

const Counters = z.object({ items: z.array(Counter) });

/** Extension, hanging, rework, shuffling: how many now, how often, how many more than once, how long. */
export function CounterBoard() {
  const { t } = useTranslation('watch');
  const { search } = useAddress();
  const kinds = useKindFilter();
  const columns = useCounterColumns();
  const query = periodQuery(search, []);
  query.set('process', kindIn(search));
  const tools = (
    <>
      <PeriodBar more={[kinds]} />
      <Exports list="counters" title={t('board.counters')} wish={query.toString()} />
    </>
  );
  return (
    <Board asked={useNumbers(Counters, `counters?${query}`)} tools={tools}>
      {({ items }) => (
        <>
          <Table<Counter>
            label={t('board.counters')}
            rows={items}
            keyOf={({ name }) => name}
            columns={columns}
          />
          <CounterBehind query={query} />
        </>
      )}
    </Board>
  );
}

function useCounterColumns(): readonly Column<Counter>[] {
  const { t } = useTranslation('watch');
  const { span } = useTime();
  const { show } = useBehind();
  return [
    {
      name: 'name',
      title: t('column.counter'),
      isMain: true,
      show: ({ name }) => <b>{t(`counter.${name}`)}</b>,
      note: ({ name }) => t(`counterHint.${name}`),
    },
    ...counted.map((of): Column<Counter> => ({
      name: of,
      title: t(`counted.${of}`),
      isTight: true,
      show: (line) => (
        <Opens
          n={line[of]}
          title={`${t(`counter.${line.name}`)} ${t(`counted.${of}`)} ${line[of]}`}
          onOpen={() => show({ open: line.name, step: of })}
        />
      ),
    })),
    { name: 'ms', title: t('counted.ms'), isTight: true, show: ({ ms }) => (ms === 0 ? '–' : span(ms)) },
  ];
}
