import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lately } from './filled.ts';
import type { Part } from './filled.ts';
import { Photos } from './photos.tsx';
import { gathered, Pick } from './pick.tsx';
import { Whereabouts } from './whereabouts.tsx';

/** As many kinds as stand under the thumb; as many photos as a report takes. */
const FIRST = 6;
const MOST = 9;

type FieldProps = { title: string; fault?: string; children: (labelId: string) => ReactNode };

function Field({ title, fault, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <span className="label" id={id}>
        {title}
      </span>
      {children(id)}
      {fault !== undefined && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}

/** What it is: the kinds that this grid reports most first. */
export function Kinds({ grid: { kinds }, filled, set, isTried }: Part) {
  const { t } = useTranslation(['patrol', 'site']);
  const fault = isTried && filled.kind === '' ? t('report.noKind') : undefined;
  return (
    <Field title={t('report.kind')} fault={fault}>
      {(labelId) => (
        <Pick
          {...{ labelId, name: 'kind', value: filled.kind }}
          first={kinds.slice(0, FIRST)}
          groups={gathered(kinds.slice(FIRST), ({ group }) => group)}
          moreTitle={t('report.moreKinds')}
          onPick={(value) => set('kind', value)}
        />
      )}
    </Field>
  );
}

/** Where it is: the last places first. */
export function Places({ person, grid: { places }, filled, set, isTried }: Part) {
  const { t } = useTranslation(['patrol', 'site']);
  const fault = isTried && filled.place === '' ? t('report.noPlace') : undefined;
  const last = lately(person);
  const first =
    places.length <= FIRST
      ? places
      : places.filter(({ value }) => last.includes(value) || value === filled.place);
  const others = places.filter((place) => !first.includes(place));
  return (
    <Field title={t('report.place')} fault={fault}>
      {(labelId) => (
        <Pick
          {...{ labelId, name: 'place', value: filled.place, first }}
          groups={gathered(others, ({ within, title }) => within ?? title)}
          moreTitle={t('report.morePlaces')}
          onPick={(value) => set('place', value)}
        />
      )}
    </Field>
  );
}

export function PhotoField({ person, filled, set }: Part) {
  const { t } = useTranslation('patrol');
  return (
    <Field title={t('report.photos')}>
      {(labelId) => (
        <Photos
          {...{ person, labelId, ids: filled.photos, most: MOST }}
          onChange={(ids) => set('photos', ids)}
        />
      )}
    </Field>
  );
}

const phrases = ['danger', 'blocked', 'again', 'dirty'] as const;

/** In words, where one wants to say more than the kind says; a tap adds what is often said. */
export function Words({ filled, set, auto }: Part & { auto: string }) {
  const { t } = useTranslation('patrol');
  const add = (phrase: string) => set('words', `${filled.words === '' ? auto : filled.words}${phrase}`);
  return (
    <Field title={t('report.words')}>
      {(labelId) => (
        <>
          <textarea
            className="input"
            rows={3}
            maxLength={4000}
            aria-labelledby={labelId}
            placeholder={auto === '' ? t('report.wordsHint') : t('report.wordsAuto', { auto })}
            value={filled.words}
            onChange={(event) => set('words', event.target.value)}
          />
          <div className="patrol-phrases" role="group" aria-label={t('report.phrases')}>
            {phrases.map((phrase) => (
              <button
                key={phrase}
                type="button"
                className="button"
                onClick={() => add(t(`phrase.${phrase}`))}
              >
                {t(`phrase.${phrase}`)}
              </button>
            ))}
            <Whereabouts onFound={add} />
          </div>
        </>
      )}
    </Field>
  );
}
