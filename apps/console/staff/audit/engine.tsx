import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../api/asker.tsx';
import { When } from '../../look/when.tsx';
import { useAddress } from '../list/filter-bar.tsx';
import { Events } from './answer.ts';
import type { Audit } from './answer.ts';
import { TurnShown } from './turn.tsx';

/** One click deeper: what the engine itself wrote down, folded by its tasks. Read only when somebody opens it. */
export function Engine({ of }: { of: Audit }) {
  const { t } = useTranslation('audit');
  const { search, set } = useAddress();
  const isOpen = search.get('events') === 'true';
  return (
    <section className="panel" aria-labelledby="engine">
      <div className="panel-head">
        <h2 id="engine">{t('engine.title')}</h2>
        <button
          type="button"
          className="button"
          aria-expanded={isOpen}
          onClick={() => set({ events: isOpen ? undefined : 'true' })}
        >
          {t(isOpen ? 'engine.close' : 'engine.open')}
        </button>
      </div>
      <p className="hint">{t('engine.hint')}</p>
      {isOpen && <Turns of={of} />}
    </section>
  );
}

function Turns({ of: { id, links } }: { of: Audit }) {
  const { t } = useTranslation('audit');
  const ask = useAsk();
  const asked = useQuery({
    queryKey: ['audit', id, 'events'],
    queryFn: ({ signal }) => ask(Events, links.events, { signal }),
  });
  return (
    <When asked={asked}>
      {({ source, count, items }) => (
        <>
          <p>
            {t(`engine.source.${source}`)}
            {count > 0 && ` ${t('engine.count', { n: count, tasks: items.length })}`}
          </p>
          <ol className="audit-turns">
            {items.map((turn) => (
              <li key={turn.id}>
                <TurnShown of={turn} />
              </li>
            ))}
          </ol>
        </>
      )}
    </When>
  );
}
