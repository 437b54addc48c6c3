import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Ask } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import type { Matter } from '../../api/matters.ts';
import { useTime } from '../../look/time.ts';
import { Trouble } from '../../look/trouble.tsx';
import { HistoryLine, scenesOf } from '../history/line.ts';
import type { Scene } from '../history/line.ts';
import { SceneShown } from '../history/scene.tsx';

const Page = z.object({ items: z.array(HistoryLine), nextCursor: z.string().nullish() });

/** Pauses longer than this are told as a wait of their own. Milliseconds. */
const LONG = 3_600_000;

async function readAll(ask: Ask, href: string, signal: AbortSignal): Promise<HistoryLine[]> {
  const lines: HistoryLine[] = [];
  let cursor = '';
  for (;;) {
    const page = await ask(Page, `${href}?limit=200${cursor}`, { signal });
    lines.push(...page.items);
    if (page.nextCursor === null || page.nextCursor === undefined) return lines;
    cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
  }
}

/** The time line: every act with what followed from it, long waits between them folded into a line. */
export function History({ matter }: { matter: Matter }) {
  const { t } = useTranslation(['matter', 'history']);
  const ask = useAsk();
  const [isNewest, setNewest] = useState(true);
  const { data, error } = useQuery({
    queryKey: ['matter', matter.id, 'history'],
    queryFn: ({ signal }) => readAll(ask, matter.links.history, signal),
  });
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
      {data !== undefined && <Line scenes={scenesOf(data)} matter={matter} isNewest={isNewest} />}
    </section>
  );
}

function Line({ scenes, matter, isNewest }: { scenes: readonly Scene[]; matter: Matter; isNewest: boolean }) {
  const withWaits = scenes.map((scene, i) => ({ scene, waited: waitBefore(scenes, i) }));
  const shown = isNewest ? withWaits.toReversed() : withWaits;
  return (
    <ol className="timeline">
      {shown.map(({ scene, waited }) => (
        <li key={scene.main.seq}>
          {!isNewest && <Wait ms={waited} />}
          <SceneShown scene={scene} matter={matter} />
          {isNewest && <Wait ms={waited} />}
        </li>
      ))}
    </ol>
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
