import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAsk } from '../../api/asker.tsx';
import { MatterLine } from '../../api/matters.ts';
import type { Matter } from '../../api/matters.ts';
import { useTime } from '../../look/time.ts';
import { Trouble } from '../../look/trouble.tsx';
import { ActionButtons } from '../action/buttons.tsx';

const Candidate = MatterLine.extend({ words: z.string().nullable() });
type Candidate = z.infer<typeof Candidate>;

/** Candidates for duplicates, each whole beside this one, while it is being analysed. */
export function Similar({ matter }: { matter: Matter }) {
  const { t } = useTranslation('matter');
  const ask = useAsk();
  const merge = matter.actions.find(({ name }) => name === 'mergeMatter');
  const { data, error } = useQuery({
    queryKey: ['matter', matter.id, 'similar'],
    enabled: merge !== undefined,
    queryFn: ({ signal }) => ask(z.object({ items: z.array(Candidate) }), matter.links.similar, { signal }),
  });
  if (merge === undefined || data?.items.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="similar">
      <h2 id="similar">{t('similar')}</h2>
      <p className="hint">{t('similarHint')}</p>
      {error !== null && <Trouble error={error} />}
      {data?.items.map((other) => (
        <div key={other.id} className="side-by-side">
          <Report title={t('thisOne')} matter={matter} />
          <Report title={t('thatOne')} matter={other}>
            <ActionButtons
              actions={[{ ...merge, title: t('mergeHere') }]}
              initialOf={() => ({ into: other.id })}
            />
          </Report>
        </div>
      ))}
    </section>
  );
}

function Report({ title, matter, children }: { title: string; matter: Candidate; children?: ReactNode }) {
  const { at } = useTime();
  return (
    <article>
      <h3>
        {title}：{matter.number ?? matter.receipt}
      </h3>
      <p className="hint">
        {matter.place.title} · {matter.kind.title} · {at(matter.openedAt)}
      </p>
      <p className="said">{matter.words}</p>
      {children}
    </article>
  );
}
