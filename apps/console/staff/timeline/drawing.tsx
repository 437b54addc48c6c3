import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proceeding } from '../../api/matters.ts';
import { useWidth } from '../charts/width.ts';
import { scenesOf } from '../history/line.ts';
import { useHistory } from '../history/read.ts';
import { useTell } from '../history/tell.ts';
import { stretchesOf, xOf } from './axis.ts';
import { Bar } from './bar.tsx';
import { Ground, LANE } from './ground.tsx';
import type { Line } from './ground.tsx';
import { endOf, momentsOf } from './moments.ts';
import type { Clock, Hands } from './read.ts';
import { RungLegend } from './rung.tsx';
import { useHolder } from './holder.ts';
import { Ticks } from './ticks.tsx';

/** So many clocks stand before somebody asks for the rest. */
const FIRST = 10;

/** The clocks below each other over one line of time. */
export function Drawing({ hands, of }: { hands: Hands; of: Proceeding }) {
  const { t } = useTranslation('charts');
  const { ref, width } = useWidth<HTMLDivElement>();
  const { data: lines = [] } = useHistory(of);
  const [isAll, setAll] = useState(false);
  const acts = scenesOf(lines).map(({ main }) => main);
  const end = endOf(hands, of.closedAt);
  const moments = momentsOf(
    hands,
    acts.map(({ at }) => at),
    end,
  );
  const line = { stretches: stretchesOf(moments, width), width, hands, end };
  const shown = isAll ? hands.clocks : hands.clocks.slice(0, FIRST);
  const tell = useTell(of);
  return (
    <div className="tl">
      <RungLegend />
      <div className="tl-row">
        <span className="tl-label hint">{t('timeline.acts')}</span>
        <div ref={ref} className="tl-lane">
          <svg width={width} height={LANE} role="img" aria-label={t('timeline.actsSaid', { n: acts.length })}>
            <Ground line={line} />
            {acts.map((act) => (
              <circle
                key={act.seq}
                cx={xOf(Date.parse(act.at), line.stretches)}
                cy={LANE / 2}
                r={3.5}
                className="tl-act"
              >
                <title>{tell(act)}</title>
              </circle>
            ))}
          </svg>
        </div>
      </div>
      {shown.map((clock) => (
        <Lane key={clock.id} clock={clock} line={line} />
      ))}
      <div className="tl-row">
        <span className="tl-label" />
        <Ticks line={line} />
      </div>
      {shown.length < hands.clocks.length && (
        <button type="button" className="button no-print" onClick={() => setAll(true)}>
          {t('timeline.all', { n: hands.clocks.length })}
        </button>
      )}
    </div>
  );
}

function Lane({ clock, line }: { clock: Clock; line: Line }) {
  const { t } = useTranslation('charts');
  const holder = useHolder();
  return (
    <div className="tl-row">
      <span className="tl-label">
        {clock.title ?? t('timeline.whole')}
        {clock.holder !== null && <small className="hint">{holder(clock.holder)}</small>}
      </span>
      <div className="tl-lane">
        <svg width={line.width} height={LANE} aria-hidden="true">
          <Ground line={line} />
          <Bar clock={clock} line={line} height={LANE} />
        </svg>
      </div>
    </div>
  );
}
