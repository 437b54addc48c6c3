import { useTranslation } from 'react-i18next';
import type { Part } from '../board.ts';

/** Parts of the whole by what is open in them, the late part marked; numbers that are too small stay hidden. */
export function Parts({ title, parts }: { title: string; parts: readonly Part[] }) {
  const { t } = useTranslation('charts');
  const most = Math.max(1, ...parts.map(({ open }) => open ?? 0));
  const shown = (n: number | null) => (n === null ? '1–2' : String(n));
  return (
    <section>
      <h2>{title}</h2>
      {parts.length === 0 && <p>{t('none')}</p>}
      <ul className="wall-bars wide">
        {parts.map(({ of, open, overdue }) => (
          <li key={of.value}>
            <span>{of.title}</span>
            <span className="wall-bar">
              <i className="open" style={{ width: `${((open ?? 1) / most) * 100}%` }} />
              <i className="late" style={{ width: `${((overdue ?? 0) / most) * 100}%` }} />
            </span>
            <b>
              {shown(open)} <small>{t('screen.late', { n: shown(overdue) })}</small>
            </b>
          </li>
        ))}
      </ul>
    </section>
  );
}
