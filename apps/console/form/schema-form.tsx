import { useId, useMemo, useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { Busy } from './busy.ts';
import type { Controls } from './control.ts';
import { fieldsOf, initialValues } from './field.ts';
import type { Field } from './field.ts';
import { FieldRow } from './field-row.tsx';
import type { ObjectSchema } from './schema.ts';
import { SendButton } from './send-button.tsx';
import { Summary } from './summary.tsx';
import { useForm } from './use-form.ts';
import type { Check, Send } from './use-form.ts';
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
  const { schema, controls, name, initial, check, submitTitle, onSend, headings = {} } = props;
  const prefix = useId();
  const fields = useMemo(() => fieldsOf(schema), [schema]);
  const { values, set, trouble, isSending, submit, clear } = useForm(name, {
    initial: { ...initialValues(fields), ...initial },
    check,
  });
  const isShown = ({ path }: Field) => props.isAsked?.(path, values) ?? true;
  const summary = useRef<HTMLDivElement>(null);
  const [files, setFiles] = useState(0);

  async function send(event: FormEvent) {
    event.preventDefault();
    if (isSending || files > 0) return;
    const isSent = await submit(fields.filter(isShown), onSend);
    if (!isSent) return void requestAnimationFrame(() => summary.current?.focus());
    if (props.isClearedWhenSent) clear(values);
    props.onSent?.();
  }

  return (
    <form className="form" noValidate onSubmit={(event) => void send(event)}>
      <Summary fields={fields} trouble={trouble} prefix={prefix} box={summary} />
      <Busy value={setFiles}>
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
      </Busy>
      <div className="form-end">
        <SendButton isSending={isSending} files={files} title={submitTitle} />
        {props.children}
      </div>
    </form>
  );
}
