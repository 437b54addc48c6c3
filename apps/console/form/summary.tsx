import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble as TroubleBox } from '../look/trouble.tsx';
import type { Field } from './field.ts';
import type { Trouble } from './use-form.ts';

type SummaryProps = {
  fields: readonly Field[];
  trouble: Trouble;
  prefix: string;
  box: RefObject<HTMLDivElement | null>;
};

/** What stopped the form, above it: every field to look at as a link, or the server's sentence. */
export function Summary({ fields, trouble, prefix, box }: SummaryProps) {
  const { t } = useTranslation();
  const wrong = fields.filter(
    ({ path }) => trouble.faults[path] !== undefined || trouble.said[path] !== undefined,
  );
  return (
    <div ref={box} tabIndex={-1} role="alert" className="summary">
      {trouble.error !== undefined && <TroubleBox error={trouble.error} />}
      {wrong.length > 0 && (
        <div className="trouble">
          <p>{t('form.summary', { n: wrong.length })}</p>
          <ul>
            {wrong.map(({ path, title }) => (
              <li key={path}>
                <a href={`#${prefix}${path}`} onClick={(event) => jump(event, `${prefix}${path}`)}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** Goes to a field without leaving a trace in the address. */
function jump(event: { preventDefault: () => void }, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}
