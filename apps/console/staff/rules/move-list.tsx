import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { Action } from '../../api/action.ts';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { Move } from '../../api/policies.ts';
import type { Version } from '../../api/policies.ts';
import { addressOf } from '../../api/processes.ts';
import { useTime } from '../../look/time.ts';
import { When } from '../../look/when.tsx';
import { Exports } from '../list/exports.tsx';
import { RULES } from './asked.ts';
import { MoveForm } from './move-form.tsx';

const Page = z.object({ items: z.array(Move), nextCursor: z.string().nullish(), actions: z.array(Action) });

const versionQuery = ({ what, name, version }: Version) => new URLSearchParams({ what, name, version });

function useMoves(to: Version) {
  const ask = useAsk();
  const query = versionQuery(to);
  query.set('limit', '100');
  return useInfiniteQuery({
    queryKey: [RULES, 'moves', query.toString()],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      ask(
        Page,
        at(
          `policies/moves?${query.toString()}${pageParam === '' ? '' : `&cursor=${encodeURIComponent(pageParam)}`}`,
        ),
        { signal },
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

/** Every running process whose clocks would move, from when to when; those that are ticked are moved. */
export function MoveList({ to }: { to: Version }) {
  const { t } = useTranslation(['rules', 'site']);
  const asked = useMoves(to);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const turn = (id: string) =>
    setLeft((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    );
  return (
    <When asked={asked}>
      {({ pages }) => {
        const moves = pages.flatMap(({ items }) => items);
        const chosen = moves.filter(({ id }) => !left.has(id));
        if (moves.length === 0) return <p className="state">{t('moves.nothing')}</p>;
        return (
          <section className="panel" aria-labelledby="moves">
            <div className="list-tools">
              <h2 id="moves">{t('moves.counts', { n: moves.length })}</h2>
              <Exports list="policies-moves" title={t('moves.title')} wish={versionQuery(to).toString()} />
            </div>
            <ul className="moves">
              {moves.map((move) => (
                <Line key={move.id} move={move} isChosen={!left.has(move.id)} onTurn={() => turn(move.id)} />
              ))}
            </ul>
            {asked.hasNextPage && (
              <button type="button" className="button" onClick={() => void asked.fetchNextPage()}>
                {t('site:act.more')}
              </button>
            )}
            <MoveForm action={pages[0]?.actions[0]} to={to} moves={chosen} />
          </section>
        );
      }}
    </When>
  );
}

type LineProps = { move: Move; isChosen: boolean; onTurn: () => void };

function Line({ move: { href, title, clocks }, isChosen, onTurn }: LineProps) {
  const { t } = useTranslation('rules');
  const { at: told } = useTime();
  const when = (moment: string | null) => (moment === null ? t('moves.paused') : told(moment, 'short'));
  return (
    <li>
      <label>
        <input type="checkbox" checked={isChosen} onChange={onTurn} aria-label={title} />
      </label>
      <div>
        <Link to={addressOf(href)}>{title}</Link>
        {clocks.map(({ clock, from, to }) => (
          <p key={clock} className="hint">
            {when(from)} → <strong>{when(to)}</strong> {direction(from, to, t)}
          </p>
        ))}
      </div>
    </li>
  );
}

type Say = (key: 'moves.earlier' | 'moves.later') => string;

const direction = (from: string | null, to: string | null, t: Say): string => {
  if (from === null || to === null) return '';
  return Date.parse(to) < Date.parse(from) ? t('moves.earlier') : t('moves.later');
};
