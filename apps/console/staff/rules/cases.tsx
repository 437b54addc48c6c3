import { useTranslation } from 'react-i18next';
import type { Case } from '../../api/policies.ts';
import { When } from '../../look/when.tsx';
import { Exports } from '../list/exports.tsx';
import { useCases } from './asked.ts';

/** The cases that a pack must answer to, each tried now: green and red, with a mark and a word. */
export function Cases({ name, version }: { name: string; version: string }) {
  const { t } = useTranslation('rules');
  return (
    <When asked={useCases(name, version)}>
      {({ items }) => {
        const failing = items.filter(({ wrong }) => wrong.length > 0).length;
        if (items.length === 0) return <p className="state">{t('cases.none')}</p>;
        return (
          <section className="panel" aria-labelledby="cases">
            <div className="list-tools">
              <h2 id="cases">{t('cases.counts', { all: items.length, failing })}</h2>
              <Exports
                list="policies-examples"
                title={t('pack.tab.examples')}
                wish={new URLSearchParams({ name, version }).toString()}
              />
            </div>
            <ol className="cases">
              {items.map((one) => (
                <Line key={one.given} of={one} />
              ))}
            </ol>
          </section>
        );
      }}
    </When>
  );
}

function Line({ of: { given, when, expected, wrong } }: { of: Case }) {
  const { t } = useTranslation('rules');
  const holds = wrong.length === 0;
  return (
    <li className={holds ? 'holds' : 'fails'}>
      <strong>
        <span aria-hidden>{holds ? '✓' : '✕'}</span> {t(holds ? 'cases.holds' : 'cases.fails')}
      </strong>
      <div>
        <p>{given}</p>
        <p className="hint">
          <code>{written(when)}</code> → <code>{written(expected)}</code>
        </p>
        {wrong.map((sentence) => (
          <p key={sentence} className="fault">
            {sentence}
          </p>
        ))}
      </div>
    </li>
  );
}

/** A case as its file writes it, on one line. */
const written = (value: object): string =>
  Object.entries(value)
    .map(([key, one]) => `${key}: ${typeof one === 'string' ? one : JSON.stringify(one)}`)
    .join(', ');
