import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { addressOf, ProcessLine } from '../../api/processes.ts';
import { statusOf } from '../../api/problem.ts';
import { useTime } from '../../look/time.ts';
import { Trouble } from '../../look/trouble.tsx';
import { FilterBar, useAddress } from '../list/filter-bar.tsx';
import { USUAL, useKinds, useProcess } from '../process/names.ts';
import { LeftTable } from './left-table.tsx';
import { Waiting } from './listed.tsx';

const Left = z.object({
  at: z.string(),
  opened: z.int(),
  struckOff: z.int(),
  left: z.int(),
  items: z.array(ProcessLine),
});

/** The "0" of 13710 [003]: opened less struck off, for a place and a day, with what is left. */
export function LeftBoard() {
  const { t } = useTranslation(['watch', 'site']);
  const ask = useAsk();
  const { at: told } = useTime();
  const { search } = useAddress();
  const usual = useProcess().title;
  const kinds = [
    { value: USUAL, title: usual },
    ...useKinds().map(({ name, title }) => ({ value: name, title })),
  ];
  const query = leftQuery(search);
  const { data, error, refetch } = useQuery({
    queryKey: ['overview', 'left', query],
    queryFn: () => ask(Left, at(`left?${query}`)),
    placeholderData: (before) => before,
  });
  if (statusOf(error) === 403) return <p className="state">{t('site:state.noRight')}</p>;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <div className="board-tools">
        <FilterBar
          filters={[
            { name: 'process', title: t('left.every'), options: kinds },
            { name: 'place', title: t('column.place'), href: '/api/v1/places?level=community' },
          ]}
        />
        <Day />
      </div>
      {data === undefined ? (
        <Waiting />
      ) : (
        <>
          <p className="left-sum">
            {t('left.sum', { opened: data.opened, struckOff: data.struckOff })} <b>{data.left}</b>{' '}
            <span className="hint">{t('left.at', { at: told(data.at) })}</span>
          </p>
          <LeftTable lines={data.items} left={data.left} hrefOf={({ href }) => addressOf(href)} />
        </>
      )}
    </>
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
