import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Matter } from '../../api/matters.ts';
import { Attached } from '../../look/photo.tsx';
import { Reporter } from './reporter.tsx';

const Proof = z.object({ proof: z.array(z.string()) });

/** Files that belong to a result, not to the report. */
const proofsIn = ({ tasks }: Matter): string[] =>
  tasks.flatMap(({ form }) => {
    const parsed = Proof.safeParse(form);
    return parsed.success ? parsed.data.proof : [];
  });

/** What was reported, in the reporter's own words, with photos and whoever may be told who it was. */
export function Said({ matter }: { matter: Matter }) {
  const { t } = useTranslation('matter');
  const proofs = proofsIn(matter);
  const files = matter.attachments.filter(({ id }) => !proofs.includes(id));
  return (
    <section className="panel" aria-labelledby="said">
      <h2 id="said">{t('said')}</h2>
      {matter.words === null ? (
        <p className="hint">{t('noWords')}</p>
      ) : (
        <p className="said words">{matter.words}</p>
      )}
      {files.length > 0 && (
        <span className="photos">
          {files.map(({ id, href }, i) => (
            <Attached key={id} href={href} name={`#${i + 1}`} />
          ))}
        </span>
      )}
      <Reporter id={matter.id} reporter={matter.reporter} />
    </section>
  );
}
