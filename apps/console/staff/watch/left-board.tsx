import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { addressOf, ProcessLine } from '../../api/processes.ts';
import { useTime } from '../../look/time.ts';
import { Exports } from '../list/exports.tsx';
import { FilterBar, useAddress } from '../list/filter-bar.tsx';
import { USUAL, useKinds, useProcess } from '../process/names.ts';
import { Board, useNumbers } from './board.tsx';
import { LeftTable } from './left-table.tsx';

const Left = z.object({
  at: z.string(),
  opened: z.int(),
  struckOff: z.int(),
  left: z.int(),
  items: z.array(ProcessLine),
});

/** The "0" of 13710 [003]: opened less struck off, for a place and a day, with what is left. */
export function LeftBoard() {
  const { t } = useTranslation('watch');
  const { at: told } = useTime();
  const { search } = useAddress();
  const usual = useProcess().title;
  const kinds = [
    { value: USUAL, title: usual },
    ...useKinds().map(({ name, title }) => ({ value: name, title })),
  ];
  const tools = (
    <>
      <FilterBar
        filters={[
          { name: 'process', title: t('left.every'), options: kinds },
          { name: 'place', title: t('column.place'), href: '/api/v1/places?level=community' },
        ]}
      />
      <Day />
      <Exports list="left" title={t('board.left')} wish={leftQuery(search)} />
    </>
  );
  return (
    <Board asked={useNumbers(Left, `left?${leftQuery(search)}`)} tools={tools}>
      {({ at, opened, struckOff, left, items }) => (
        <>
          <p className="left-sum">
            {t('left.sum', { opened, struckOff })} <b>{left}</b>{' '}
            <span className="hint">{t('left.at', { at: told(at) })}</span>
          </p>
          <LeftTable lines={items} left={left} hrefOf={({ href }) => addressOf(href)} />
        </>
      )}
    </Board>
  );
}

/** The end of a day is asked for; without one, now. */
function leftQuery(search: URLSearchParams): string {
  const kept = ['process', 'place'].flatMap((name) => {
    const value = search.get(name);
    return value === null ? [] : [[name, value]];
  });
  const query = new URLSearchParams(kept);
  const day = search.get('at');
  if (day !== null) query.set('at', `${day}T23:59:59+08:00`);
  return query.toString();
}

function Day() {
  const { t } = useTranslation('watch');
  const { search, set } = useAddress();
  const id = useId();
  return (
    <span className="day">
      <label htmlFor={id}>{t('left.day')}</label>
      <input
        id={id}
        className="input"
        type="date"
        value={search.get('at') ?? ''}
        onChange={({ target }) => set({ at: target.value })}
      />
    </span>
  );
}
