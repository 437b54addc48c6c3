import { useId, useMemo, useRef } from 'react';
import type { FormEvent, ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble as TroubleBox } from '../look/trouble.tsx';
import type { Controls } from './control.ts';
import { fieldsOf, initialValues } from './field.ts';
import type { Field } from './field.ts';
import { FieldRow } from './field-row.tsx';
import type { ObjectSchema } from './schema.ts';
import { useForm } from './use-form.ts';
import type { Check, Send, Trouble } from './use-form.ts';
import type { Values } from './values.ts';

type Props = {
  schema: ObjectSchema;
  controls: Controls;
  /** Name under which unsent words outlive a reload. */
  name: string;
  initial?: Values;
  check?: Check;
  /** Whether a field is asked for, as the others are filled in. */
  isAsked?: (path: string, values: Values) => boolean;
  submitTitle: string;
  onSend: Send;
  onSent?: () => void;
  /** The form stays on the page and can be filled in again. */
  isClearedWhenSent?: boolean;
  /** Further buttons beside the one that sends. */
  children?: ReactNode;
  /** Headings, by the path of the field they stand above. */
  headings?: Readonly<Record<string, string>>;
};

/** Draws the form that a schema describes, checks it, sends it, and says what is wrong with it. */
export function SchemaForm(props: Props) {
  const {
    schema,
    controls,
    name,
    initial,
    check,
    submitTitle,
    onSend,
    onSent,
    children,
    headings = {},
  } = props;
  const { t } = useTranslation();
  const prefix = useId();
  const fields = useMemo(() => fieldsOf(schema), [schema]);
  const { values, set, trouble, isSending, submit, clear } = useForm(name, {
    initial: { ...initialValues(fields), ...initial },
    check,
  });
  const isShown = ({ path }: Field) => props.isAsked?.(path, values) ?? true;
  const summary = useRef<HTMLDivElement>(null);

  async function send(event: FormEvent) {
    event.preventDefault();
    if (isSending) return;
    const isSent = await submit(fields.filter(isShown), onSend);
    if (!isSent) return void requestAnimationFrame(() => summary.current?.focus());
    if (props.isClearedWhenSent) clear(values);
    onSent?.();
  }

  return (
    <form className="form" noValidate onSubmit={(event) => void send(event)}>
      <Summary fields={fields} trouble={trouble} prefix={prefix} box={summary} />
      {fields.filter(isShown).map((field) => (
        <FieldRow
          key={field.path}
          field={field}
          heading={headings[field.path]}
          id={`${prefix}${field.path}`}
          Control={controls[field.kind]}
          fault={trouble.faults[field.path]}
          said={trouble.said[field.path]}
          value={values[field.path]}
          onChange={(value) => set(field.path, value)}
        />
      ))}
      <div className="form-end">
        <button type="submit" className="button primary" aria-disabled={isSending}>
          {isSending ? t('act.sending') : submitTitle}
        </button>
        {children}
      </div>
    </form>
  );
}

type SummaryProps = {
  fields: readonly Field[];
  trouble: Trouble;
  prefix: string;
  box: RefObject<HTMLDivElement | null>;
};

/** What stopped the form, above it: every field to look at as a link, or the server's sentence. */
function Summary({ fields, trouble, prefix, box }: SummaryProps) {
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
