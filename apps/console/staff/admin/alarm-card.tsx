import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTime } from '../../look/time.ts';
import type { Alarm } from './alarm.ts';

const shapes = { ok: ['●', 'green'], warning: ['■', 'yellow'], alarm: ['◆', 'red'] } as const;

/** How bad it is: shape, word and colour together. */
export function LevelLamp({ level }: Pick<Alarm, 'level'>) {
  const { t } = useTranslation('admin');
  const [shape, colour] = shapes[level];
  return (
    <span className={`lamp ${colour}`}>
      <span aria-hidden="true">{shape}</span> {t(`alarms.level.${level}`)}
    </span>
  );
}

/** One thing that is not well: what, since when, and what to do about it. */
export function AlarmCard({ alarm: { level, title, sentence, advice, since, href } }: { alarm: Alarm }) {
  const { t } = useTranslation('admin');
  const { at, span } = useTime();
  return (
    <section className={`panel alarm ${level}`}>
      <h2>
        <LevelLamp level={level} /> {title}
      </h2>
      <p>{sentence}</p>
      {advice !== null && (
        <p>
          <strong>{t('alarms.do')}</strong> {advice}{' '}
          {href !== null && <Link to={href}>{t('alarms.open')}</Link>}
        </p>
      )}
      {since !== null && (
        <p className="hint">
          {t('alarms.since', { since: at(since, 'short'), span: span(Date.now() - Date.parse(since)) })}
        </p>
      )}
    </section>
  );
}
