import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Matter } from '../api/matters.ts';
import { Attached } from '../look/photo.tsx';
import { useTime } from '../look/time.ts';
import { useName } from '../text/name.ts';
import type { Standing } from './standing.ts';

const Spoken = z.looseObject({ proof: z.array(z.string()).catch([]) });

/**
 * What the reporter was told, and the results in the words of those who handled it; the last one stands with the question
 * where it is being asked about.
 */
export function Answers({ matter, standing }: { matter: Matter; standing: Standing }) {
  const { t } = useTranslation();
  const name = useName();
  const { at } = useTime();
  const { results } = standing;
  const earlier = results.slice(0, -1);
  const isAsked = matter.actions.some(({ task }) => task !== undefined);
  if (standing.told.length + standing.results.length === 0) return null;
  return (
    <section className="sheet">
      <h2>{t('track.told')}</h2>
      <ul className="told">
        {standing.told.map(({ at: moment, what }) => (
          <li key={moment + what}>
            <span className="hint">{at(moment, 'short')}</span> {name('site', 'told', what)}
          </li>
        ))}
      </ul>
      {(isAsked ? earlier : results).map((result) => (
        <Result key={result.at} result={result} />
      ))}
      <Proof matter={matter} />
    </section>
  );
}

/** What a unit answers, in its own words. */
export function Result({ result: { unit, words } }: { result: Standing['results'][number] }) {
  return (
    <blockquote className="result">
      {unit !== null && <strong>{unit.title}</strong>}
      <p className="said">{words}</p>
    </blockquote>
  );
}

/** The pictures that were handed in with results. */
function Proof({ matter: { tasks } }: { matter: Matter }) {
  const { t } = useTranslation();
  const shown = tasks.filter(({ form, asks }) => form !== null && asks.role !== 'resident');
  const files = shown.flatMap(({ form }) => Spoken.catch({ proof: [] }).parse(form).proof);
  return (
    <div className="photos">
      {files.map((one, i) => (
        <Attached key={one} href={`/api/v1/attachments/${one}`} name={`${t('report.photos')} ${i + 1}`} />
      ))}
    </div>
  );
}
