import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../api/policies.ts';
import { useTime } from '../../look/time.ts';
import { marks, offsetOf, today } from './day.ts';

type Props = { year: number; month: number; days: readonly Day[] };

/** A month, week by week; a day says why it counts or does not when it is chosen. */
export function Month({ year, month, days }: Props) {
  const { t, i18n } = useTranslation('rules');
  const [chosen, setChosen] = useState<Day>();
  const prefix = `${year}-${String(month).padStart(2, '0')}-`;
  const own = days.filter(({ date }) => date.startsWith(prefix));
  const names = weekdays(i18n.language);
  const title = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'zh-CN', {
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(Date.UTC(year, month - 1, 1)));
  return (
    <section className="month" aria-labelledby={`month-${month}`}>
      <h2 id={`month-${month}`}>{title}</h2>
      <div className="month-days">
        {names.map((name) => (
          <span key={name} className="weekday" aria-hidden>
            {name}
          </span>
        ))}
        {own.length > 0 && (
          <span
            style={{ gridColumn: `span ${offsetOf(year, month) || 7}` }}
            hidden={offsetOf(year, month) === 0}
          />
        )}
        {own.map((day) => (
          <DayCell
            key={day.date}
            day={day}
            isChosen={chosen?.date === day.date}
            onChoose={() => setChosen(day)}
          />
        ))}
      </div>
      <p className="month-why" role="status">
        {chosen === undefined ? (
          <span className="hint">{own.length === 0 ? t('calendar.before') : ''}</span>
        ) : (
          <Why day={chosen} />
        )}
      </p>
    </section>
  );
}

type CellProps = { day: Day; isChosen: boolean; onChoose: () => void };

function DayCell({ day, isChosen, onChoose }: CellProps) {
  const why = useWhy();
  const { date, isPublished, isChanged } = day;
  const classes = ['day', day.why, isPublished ? '' : 'guessed', isChanged ? 'changed' : ''].filter(
    (one) => one !== '',
  );
  return (
    <button
      type="button"
      className={classes.join(' ')}
      aria-pressed={isChosen}
      data-mark={marks[day.why]}
      aria-current={date === today() ? 'date' : undefined}
      aria-label={why(day)}
      onClick={onChoose}
    >
      {Number(date.slice(8))}
    </button>
  );
}

const Why = ({ day }: { day: Day }) => useWhy()(day);

/** A day in a sentence: whether it counts, and why. */
function useWhy(): (day: Day) => string {
  const { t } = useTranslation('rules');
  const { at } = useTime();
  return ({ date, why, name, isPublished, isChanged }) =>
    [
      at(date, 'day'),
      t(`calendar.why.${why}`),
      name,
      isPublished ? null : t('calendar.guessed'),
      isChanged ? t('calendar.isChanged') : null,
    ]
      .filter((part) => part !== null && part !== '')
      .join(' · ');
}

/** Monday to Sunday, as short as they are written. */
const weekdays = (language: string): string[] =>
  Array.from({ length: 7 }, (_, i) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
      weekday: language === 'en' ? 'short' : 'narrow',
      timeZone: 'UTC',
    }).format(new Date(Date.UTC(2024, 0, 1 + i))),
  );
