import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proceeding } from '../../api/matters.ts';
import { When } from '../../look/when.tsx';
import { foldedOf } from '../history/fold.ts';
import type { Told } from '../history/fold.ts';
import { scenesOf } from '../history/line.ts';
import type { Scene } from '../history/line.ts';
import { useHistory } from '../history/read.ts';
import { RemindersShown, SceneShown } from '../history/scene.tsx';
import { useFound } from '../history/search.ts';
import { Wait } from '../history/wait.tsx';

/** So many acts stand on the page before somebody asks for the rest. */
const FIRST = 40;

/** With fewer acts than this nobody needs to search. */
const MANY = 8;

/** The time line: every act with what followed from it; reminders and long waits take one line each. */
export function History({ of }: { of: Proceeding }) {
  const { t } = useTranslation(['matter', 'history']);
  const [isNewest, setNewest] = useState(true);
  const asked = useHistory(of);
  if (of.links.history === null) return null;
  return (
    <section className="panel" aria-labelledby="history">
      <div className="panel-head">
        <h2 id="history">{t('history')}</h2>
        <button type="button" className="quiet" onClick={() => setNewest(!isNewest)}>
          {isNewest ? t('newest') : t('oldest')} ⇅
        </button>
      </div>
      <When asked={asked} waiting={null}>
        {(lines) => (
          <>
            {lines.length === 0 && <p className="hint">{t('history:empty')}</p>}
            <Searched scenes={scenesOf(lines)} of={of} isNewest={isNewest} />
          </>
        )}
      </When>
    </section>
  );
}

type Props = { scenes: readonly Scene[]; of: Proceeding; isNewest: boolean };

/** Narrowed to the acts in which what is typed stands: a name, a task, a word of what was written. */
function Searched({ scenes, of, isNewest }: Props) {
  const { t } = useTranslation('history');
  const [wanted, setWanted] = useState('');
  const found = useFound(of)(scenes, wanted);
  return (
    <>
      {scenes.length > MANY && (
        <input
          className="input"
          type="search"
          aria-label={t('find')}
          placeholder={t('find')}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
      )}
      {scenes.length > 0 && found.length === 0 && <p className="hint">{t('notFound')}</p>}
      <Line told={foldedOf(found)} of={of} isNewest={isNewest} />
    </>
  );
}

function Line({ told, of, isNewest }: { told: readonly Told[]; of: Proceeding; isNewest: boolean }) {
  const { t } = useTranslation('history');
  const [isAll, setAll] = useState(false);
  const ordered = isNewest ? told.toReversed() : told;
  const shown = isAll ? ordered : ordered.slice(0, FIRST);
  return (
    <>
      <ol className="timeline">
        {shown.map(({ scenes, waited }) => (
          <li key={scenes[0]?.main.seq}>
            {!isNewest && <Wait ms={waited} />}
            {scenes.length > 1 ? (
              <RemindersShown scenes={scenes} of={of} />
            ) : (
              scenes.map((scene) => <SceneShown key={scene.main.seq} scene={scene} of={of} />)
            )}
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
