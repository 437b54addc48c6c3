import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Matter } from '../../api/matters.ts';
import { useTime } from '../../look/time.ts';
import { FormShown } from '../process/form-shown.tsx';
import { useWho } from '../who.ts';
import type { HistoryLine, Scene } from './line.ts';
import { useTell } from './tell.ts';

/** One act of the time line: when, who, what, in which words, and what followed by itself. */
export function SceneShown({ scene: { main, rest }, matter }: { scene: Scene; matter: Matter }) {
  const { at } = useTime();
  const { t } = useTranslation('history');
  const { hand } = useWho();
  const tell = useTell(matter);
  return (
    <article className={`scene ${main.type} ${main.event.does ?? ''}`}>
      <p className="scene-when">
        <time dateTime={main.at} title={t('seq', { n: main.seq })}>
          {at(main.at)}
        </time>
        <span>{main.by === null ? t('byItself') : hand(main.by)}</span>
      </p>
      <div>
        <strong>{tell(main)}</strong> <Late line={main} />
        <Overtaken line={main} />
        <Words line={main} matter={matter} />
        <Followed lines={rest.filter(({ event }) => event.isOvertaken !== true)} matter={matter} />
        <Folded lines={rest.filter(({ event }) => event.isOvertaken === true)} matter={matter} />
      </div>
    </article>
  );
}

type LinesProps = { lines: readonly HistoryLine[]; matter: Matter };

function Followed({ lines, matter }: LinesProps) {
  const tell = useTell(matter);
  if (lines.length === 0) return null;
  return (
    <ul className="followed">
      {lines.map((line) => (
        <li key={line.seq}>
          {tell(line)} <Overtaken line={line} />
          <Words line={line} matter={matter} />
        </li>
      ))}
    </ul>
  );
}

/** Rungs that were overtaken say little; they are there for whoever looks. */
function Folded({ lines, matter }: LinesProps) {
  const { t } = useTranslation('history');
  if (lines.length === 0) return null;
  return (
    <details className="followed">
      <summary>{t('more', { n: lines.length })}</summary>
      <Followed lines={lines} matter={matter} />
    </details>
  );
}

/** Where several rungs lay in the past at once, only the highest was carried out. */
function Overtaken({ line }: { line: HistoryLine }) {
  const { t } = useTranslation('history');
  return line.event.isOvertaken === true ? <span className="hint">{t('rung.overtaken')}</span> : null;
}

/** An act counts from the moment the server took it. */
function Late({ line: { at, countsAt } }: { line: HistoryLine }) {
  const { t } = useTranslation('history');
  const { span } = useTime();
  const ms = Date.parse(at) - Date.parse(countsAt);
  return ms < 60_000 ? null : <span className="tag">{t('late', { span: span(ms) })}</span>;
}

function Words({ line, matter }: { line: HistoryLine; matter: Matter }) {
  const { form, task, outcome = '' } = line.event;
  const kind = matter.tasks.find(({ id }) => task !== undefined && id.endsWith(`.${task}`))?.kind;
  if (line.type === 'taskCompleted' && form !== undefined && kind !== undefined)
    return <FormShown process={matter.process} kind={kind} outcome={outcome} form={form} />;
  const text = textIn(line);
  return text === undefined ? null : <p className="said quote">{text}</p>;
}

const Written = z.string().optional().catch(undefined);

/** What somebody wrote when it happened: for what was asked in its form, for what was ended as its reason. */
function textIn({ type, event: { words, form = {}, reason } }: HistoryLine): string | undefined {
  const isReasoned = type === 'cardLifted' || type === 'taskEnded';
  const texts = [words, form['grounds'], form['cause'], isReasoned ? reason : undefined];
  return texts.map((text) => Written.parse(text)).find((text) => text !== undefined);
}
