import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Proceeding } from '../../api/matters.ts';
import { useTime } from '../../look/time.ts';
import { FactsShown, FormShown } from '../process/form-shown.tsx';
import { useWho } from '../who.ts';
import type { HistoryLine, Scene } from './line.ts';
import { useTell } from './tell.ts';

/** One act of the time line: when, who, what, in which words, and what followed by itself. */
export function SceneShown({ scene: { main, rest }, of }: { scene: Scene; of: Proceeding }) {
  const { at } = useTime();
  const { t } = useTranslation('history');
  const { hand } = useWho();
  const tell = useTell(of);
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
        <Words line={main} of={of} />
        <Followed lines={rest.filter(({ event }) => event.isOvertaken !== true)} of={of} />
        <Folded lines={rest.filter(({ event }) => event.isOvertaken === true)} of={of} />
      </div>
    </article>
  );
}

/** Reminders that followed each other, in one line; each is behind it. */
export function RemindersShown({ scenes, of }: { scenes: readonly Scene[]; of: Proceeding }) {
  const { at } = useTime();
  const { t } = useTranslation('history');
  const tell = useTell(of);
  const lines = scenes.flatMap(({ main, rest }) => [main, ...rest]);
  const last = lines.at(-1);
  return (
    <article className="scene reminder">
      <p className="scene-when">
        <time dateTime={last?.at}>{last === undefined ? '' : at(last.at)}</time>
        <span>{t('byItself')}</span>
      </p>
      <div>
        <details>
          <summary>{t('reminders', { n: lines.length })}</summary>
          <ul className="followed">
            {lines.map((line) => (
              <li key={line.seq}>
                {at(line.at)} {tell(line)} <Overtaken line={line} />
              </li>
            ))}
          </ul>
        </details>
      </div>
    </article>
  );
}

type LinesProps = { lines: readonly HistoryLine[]; of: Proceeding };

function Followed({ lines, of }: LinesProps) {
  const tell = useTell(of);
  if (lines.length === 0) return null;
  return (
    <ul className="followed">
      {lines.map((line) => (
        <li key={line.seq}>
          {tell(line)} <Overtaken line={line} />
          <Words line={line} of={of} />
        </li>
      ))}
    </ul>
  );
}

/** Rungs that were overtaken say little; they are there for whoever looks. */
function Folded({ lines, of }: LinesProps) {
  const { t } = useTranslation('history');
  if (lines.length === 0) return null;
  return (
    <details className="followed">
      <summary>{t('more', { n: lines.length })}</summary>
      <Followed lines={lines} of={of} />
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

function Words({ line, of }: { line: HistoryLine; of: Proceeding }) {
  const { form, task, outcome = '', facts } = line.event;
  const { process, names } = of;
  const kind = of.tasks.find(({ id }) => task !== undefined && id.endsWith(`.${task}`))?.kind;
  if (line.type === 'taskCompleted' && form !== undefined && kind !== undefined)
    return <FormShown {...{ process, kind, outcome, form, names }} />;
  const text = textIn(line);
  return (
    <>
      {text !== undefined && <p className="said quote">{text}</p>}
      {line.type.startsWith('item') && facts !== undefined && (
        <FactsShown {...{ process, facts, names }} isItem without={['words']} />
      )}
    </>
  );
}

const Written = z.string().optional().catch(undefined);

/** What somebody wrote when it happened: for what was asked in its form, for what was ended as its reason. */
function textIn({ type, event: { words, form = {}, facts = {}, reason } }: HistoryLine): string | undefined {
  const isReasoned = type === 'cardLifted' || type === 'taskEnded';
  const said = type.startsWith('item') ? facts['words'] : undefined;
  const texts = [words, said, form['grounds'], form['cause'], isReasoned ? reason : undefined];
  return texts.map((text) => Written.parse(text)).find((text) => text !== undefined);
}
