import { createContext, useContext, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { ControlProps } from '../form/control.ts';
import { Choice } from '../form/controls/chosen.tsx';
import { useOptions } from '../form/options.ts';
import { suggested } from './suggest.ts';

/** What has been written so far: the kinds are suggested from it. */
export const Written = createContext('');

/** The kinds that the words may mean, to be pressed; all others in the list below. */
export function KindChooser(props: ControlProps) {
  const { field, value, onChange } = props;
  const { t } = useTranslation();
  const { options } = useOptions(field);
  const written = useDeferredValue(useContext(Written));
  const fitting = suggested(written, options);
  return (
    <>
      {fitting.length > 0 && (
        <div className="picks" role="group" aria-label={t('report.suggested')}>
          {fitting.map((kind) => (
            <button
              key={kind.value}
              type="button"
              className="pick"
              aria-pressed={value === kind.value}
              onClick={() => onChange(kind.value)}
            >
              {kind.title}
            </button>
          ))}
        </div>
      )}
      <Choice {...props} />
    </>
  );
}
