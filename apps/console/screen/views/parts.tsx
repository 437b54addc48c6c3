import { useTranslation } from 'react-i18next';
import type { Part } from '../board.ts';

/** Parts of the whole by what is open in them, the late part marked; what is hidden has a word and no bar. */
export function Parts({ title, parts }: { title: string; parts: readonly Part[] }) {
  const { t } = useTranslation('charts');
  const most = Math.max(1, ...parts.map(({ open }) => open ?? 0));
  return (
    <section>
      <h2>{title}</h2>
      {parts.length === 0 && <p>{t('none')}</p>}
      <ul className="wall-bars wide">
        {parts.map(({ of, open, overdue }) => (
          <li key={of.value}>
            <span>{of.title}</span>
            <span className="wall-bar">
              <i className="open" style={{ width: `${((open ?? 0) / most) * 100}%` }} />
              <i className="late" style={{ width: `${((overdue ?? 0) / most) * 100}%` }} />
            </span>
            {open === null ? (
              <small>{t('screen.kept')}</small>
            ) : (
              <b>
                {open}{' '}
                <small>{overdue === null ? t('screen.lateKept') : t('screen.late', { n: overdue })}</small>
              </b>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
