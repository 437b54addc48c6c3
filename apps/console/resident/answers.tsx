import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Matter } from '../api/matters.ts';
import { Attached } from '../look/photo.tsx';
import { useTime } from '../look/time.ts';
import { useName } from '../text/name.ts';
import type { Happened } from './tracked.tsx';

const Spoken = z.object({
  result: z.string().nullish(),
  grounds: z.string().nullish(),
  proof: z.array(z.string()).catch([]),
});

/** What the reporter was told, and the result in the words of those who handled it. */
export function Answers({ matter, happened }: { matter: Matter; happened: readonly Happened[] }) {
  const { t } = useTranslation();
  const name = useName();
  const { at } = useTime();
  const told = happened.filter(({ type }) => type === 'told');
  if (told.length === 0) return null;
  return (
    <section className="sheet">
      <h2>{t('track.told')}</h2>
      <ul className="told">
        {told.map(({ at: moment, event: { what = '' } }) => (
          <li key={moment + what}>
            <span className="hint">{at(moment, 'short')}</span> {name('site', 'told', what)}
          </li>
        ))}
      </ul>
      <Results matter={matter} />
    </section>
  );
}

function Results({ matter: { tasks } }: { matter: Matter }) {
  const { t } = useTranslation();
  const spoken = tasks
    .filter(({ form, asks }) => form !== null && asks.role !== 'resident')
    .map(({ id, form, asks }) => ({
      id,
      unit: asks.unit?.title,
      said: Spoken.catch({ proof: [] }).parse(form),
    }));
  return spoken.map(({ id, unit, said }) => {
    const text = said.result ?? said.grounds;
    if (text === null || text === undefined) return null;
    return (
      <blockquote key={id} className="result">
        {unit !== undefined && <strong>{unit}</strong>}
        <p className="said">{text}</p>
        <div className="photos">
          {said.proof.map((one, i) => (
            <Attached key={one} href={`/api/v1/attachments/${one}`} name={`${t('report.photos')} ${i + 1}`} />
          ))}
        </div>
      </blockquote>
    );
  });
}
