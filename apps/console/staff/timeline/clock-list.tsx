import { useTranslation } from 'react-i18next';
import { useTime } from '../../look/time.ts';
import { useHolder } from './holder.ts';
import type { Clock } from './read.ts';
import { shapes } from './rung.tsx';

/** The drawing in sentences, clock by clock. */
export function ClockList({ clocks, now }: { clocks: readonly Clock[]; now: string }) {
  return (
    <ul className="tl-list">
      {clocks.map((clock) => (
        <One key={clock.id} clock={clock} now={now} />
      ))}
    </ul>
  );
}

function One({ clock, now }: { clock: Clock; now: string }) {
  const { t } = useTranslation(['charts', 'term']);
  const { at, span } = useTime();
  const holder = useHolder();
  const { title, from, until, dueAt, pauses, rungs, isWindow } = clock;
  const overMs = dueAt === null || isWindow ? 0 : Date.parse(until ?? now) - Date.parse(dueAt);
  const said = [
    t('charts:timeline.ran', {
      from: at(from),
      until: until === null ? t('charts:timeline.now') : at(until),
    }),
    dueAt !== null && t('charts:timeline.due', { at: at(dueAt) }),
    overMs > 0 && t('charts:timeline.over', { span: span(overMs) }),
    ...pauses.map((pause) =>
      t('charts:timeline.paused', {
        from: at(pause.from),
        until: pause.until === null ? t('charts:timeline.now') : at(pause.until),
      }),
    ),
  ];
  return (
    <li>
      <strong>{title ?? t('charts:timeline.whole')}</strong>
      {clock.holder !== null && ` · ${holder(clock.holder)}`}
      <p>{said.filter((one) => one !== false).join(' · ')}</p>
      {rungs.map(({ rung, does, at: reached, state }) =>
        does === null ? null : (
          <p key={rung}>
            {`${shapes[does]} ${t(`term:notice.${does}`)} ${at(reached)} ${t(`charts:timeline.rung.${state}`)}`}
          </p>
        ),
      )}
    </li>
  );
}
