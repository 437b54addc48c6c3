import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proceeding } from '../../api/matters.ts';
import { statusOf } from '../../api/problem.ts';
import { useTime } from '../../look/time.ts';
import { Trouble } from '../../look/trouble.tsx';
import { scenesOf } from '../history/line.ts';
import type { Scene } from '../history/line.ts';
import { useHistory } from '../history/read.ts';
import { SceneShown } from '../history/scene.tsx';

/** Pauses longer than this are told as a wait of their own. Milliseconds. */
const LONG = 3_600_000;

/** So many acts stand on the page before somebody asks for the rest. */
const FIRST = 40;

/** The time line: every act with what followed from it, long waits between them folded into a line. */
export function History({ of }: { of: Proceeding }) {
  const { t } = useTranslation(['matter', 'history']);
  const [isNewest, setNewest] = useState(true);
  const { data, error } = useHistory(of);
  if (statusOf(error) === 403) return null;
  return (
    <section className="panel" aria-labelledby="history">
      <div className="panel-head">
        <h2 id="history">{t('history')}</h2>
        <button type="button" className="quiet" onClick={() => setNewest(!isNewest)}>
          {isNewest ? t('newest') : t('oldest')} ⇅
        </button>
      </div>
      {error !== null && <Trouble error={error} />}
      {data?.length === 0 && <p className="hint">{t('history:empty')}</p>}
      {data !== undefined && <Line scenes={scenesOf(data)} of={of} isNewest={isNewest} />}
    </section>
  );
}

function Line({ scenes, of, isNewest }: { scenes: readonly Scene[]; of: Proceeding; isNewest: boolean }) {
  const { t } = useTranslation('history');
  const [isAll, setAll] = useState(false);
  const withWaits = scenes.map((scene, i) => ({ scene, waited: waitBefore(scenes, i) }));
  const ordered = isNewest ? withWaits.toReversed() : withWaits;
  const shown = isAll ? ordered : ordered.slice(0, FIRST);
  return (
    <>
      <ol className="timeline">
        {shown.map(({ scene, waited }) => (
          <li key={scene.main.seq}>
            {!isNewest && <Wait ms={waited} />}
            <SceneShown scene={scene} of={of} />
            {isNewest && <Wait ms={waited} />}
          </li>
        ))}
      </ol>
      {shown.length < ordered.length && (
        <button type="button" className="quiet" onClick={() => setAll(true)}>
          {t('all', { n: ordered.length })}
        </button>
      )}
    </>
  );
}

function waitBefore(scenes: readonly Scene[], i: number): number {
  const [before, after] = [scenes[i - 1], scenes[i]];
  return before === undefined || after === undefined
    ? 0
    : Date.parse(after.main.at) - Date.parse(before.main.at);
}

function Wait({ ms }: { ms: number }) {
  const { t } = useTranslation('history');
  const { span } = useTime();
  return ms < LONG ? null : <p className="wait">{t('waiting', { span: span(ms) })}</p>;
}
