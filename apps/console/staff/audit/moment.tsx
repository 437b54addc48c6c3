import { useTranslation } from 'react-i18next';
import { useTime } from '../../look/time.ts';
import { useWho } from '../who.ts';
import type { Audit, CourseLine } from './answer.ts';
import type { Moment, Reminders } from './group.ts';

/** One moment of the course: when and who at the left, what and on which ground at the right, what followed below. */
export function MomentShown({ of: { main, rest }, policy }: { of: Moment; policy: Audit['policy'] }) {
  const { t } = useTranslation('audit');
  const { at } = useTime();
  const { hand } = useWho();
  return (
    <article className={`scene ${main.kind}`} id={main.id}>
      <p className="scene-when">
        <time dateTime={main.at} title={main.at}>
          {at(main.at)}
        </time>
        <strong>{main.by === null ? t('itself') : hand(main.by)}</strong>
      </p>
      <div>
        <p>
          {main.kind === 'refused' && <span className="lamp red">✗ {t('course.refused')} </span>}
          <strong>{main.sentence}</strong> <Notes of={main} />
          {main.policy !== `${policy.name} ${policy.version}` && (
            <span className="hint"> {t('course.under', { policy: main.policy })}</span>
          )}
        </p>
        <Fields of={main} />
        {rest.length > 0 && (
          <ul className="followed">
            {rest.map((line) => (
              <li key={line.id} id={line.id}>
                {line.sentence} <Notes of={line} />
                <Fields of={line} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </article>
  );
}

/** An act that had to wait for its turn longer than this says so. Milliseconds. */
const SLOW = 60_000;

/** Its place in the record, and how long it had to wait for its turn. */
function Notes({ of: { seq, waitedMs } }: { of: CourseLine }) {
  const { t } = useTranslation('audit');
  const { span } = useTime();
  return (
    <>
      {seq !== null && <span className="audit-seq">{t('course.seq', { n: seq })}</span>}
      {waitedMs > SLOW && <span className="tag">{t('course.late', { span: span(waitedMs) })}</span>}
    </>
  );
}

function Fields({ of: { fields } }: { of: CourseLine }) {
  if (fields.length === 0) return null;
  return (
    <dl className="filled">
      {fields.map(({ title, text }) => (
        <div key={title + text}>
          <dt>{title}</dt>
          <dd className="said">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Reminders in one line; each is behind it. */
export function RemindersShown({ of: { reminders } }: { of: Reminders }) {
  const { t } = useTranslation('audit');
  const { at } = useTime();
  const lines = reminders.flatMap(({ main, rest }) => [main, ...rest]);
  const [first, last] = [lines[0], lines.at(-1)];
  return (
    <article className="scene reminder" id={first?.id}>
      <p className="scene-when">
        <time dateTime={last?.at}>{last === undefined ? '' : at(last.at)}</time>
        <strong>{t('itself')}</strong>
      </p>
      <details>
        <summary>{t('course.reminders', { n: lines.length })}</summary>
        <ul className="followed">
          {lines.map((line) => (
            <li key={line.id} id={line === first ? undefined : line.id}>
              {at(line.at)} {line.sentence} <Notes of={line} />
            </li>
          ))}
        </ul>
      </details>
    </article>
  );
}
