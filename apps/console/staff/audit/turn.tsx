import { useTranslation } from 'react-i18next';
import { useTime } from '../../look/time.ts';
import type { Turn } from './answer.ts';
import { GoTo } from './go-to.tsx';

const kinds = ['start', 'update', 'timer', 'activity', 'other'] as const;

/** One task of the engine: why it ran, which entries came out of it, and its events behind. */
export function TurnShown({ of }: { of: Turn }) {
  const { t } = useTranslation('audit');
  const { at } = useTime();
  const { causes, entries, events } = of;
  return (
    <article className="audit-turn">
      <p className="scene-when">
        <time dateTime={of.at}>{at(of.at)}</time>
      </p>
      <div>
        <p>
          {causes.length === 0 && t('engine.cause.none')}
          {causes.map(({ kind, name, id }) => (
            <span key={`${kind}${name}${id}`} className="audit-cause">
              <strong>{t(`engine.cause.${kinds.find((one) => one === kind) ?? 'other'}`)}</strong>{' '}
              {kind === 'update' ? <code>{name}</code> : null}{' '}
              {id === null ? null : <code className="hint">{id}</code>}
            </span>
          ))}
        </p>
        {entries.length > 0 && (
          <ul className="followed">
            {entries.map(({ seq, sentence }) => (
              <li key={seq}>
                <GoTo seq={seq}>{t('course.seq', { n: seq })}</GoTo> {sentence}
              </li>
            ))}
          </ul>
        )}
        <details>
          <summary>{t('engine.events', { n: events.length })}</summary>
          <ul className="audit-events">
            {events.map(({ id, type, note }) => (
              <li key={id}>
                <code>{id}</code> <code>{type}</code> <code className="hint">{note}</code>
              </li>
            ))}
          </ul>
        </details>
      </div>
    </article>
  );
}
