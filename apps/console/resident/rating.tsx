import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../api/action.ts';
import { plain } from '../form/controls/plain.ts';
import { fieldsOf } from '../form/field.ts';
import type { Field } from '../form/field.ts';
import { FieldRow } from '../form/field-row.tsx';
import { Summary } from '../form/summary.tsx';
import { useForm } from '../form/use-form.ts';
import type { Send } from '../form/use-form.ts';

/** The question whose answer also sends: the last of the three. */
const LAST = 'satisfaction';
const SOLVED = 'solved';

/** Whether an act asks how content somebody is: then each answer of the last question sends. */
export const isRating = ({ input: { properties } }: Action): boolean =>
  properties[LAST]?.oneOf !== undefined && properties[SOLVED] !== undefined;

/** Contacted, solved, satisfied: three taps, of which the last one sends. Words can be added before it. */
export function Rating({ action, onSend }: { action: Action; onSend: Send }) {
  const { t } = useTranslation();
  const prefix = useId();
  const fields = fieldsOf(action.input);
  const summary = useRef<HTMLDivElement>(null);
  const [sending, setSending] = useState<string>();
  const { values, set, trouble, isSending, submit } = useForm(action.href, {});

  async function send(answer: string) {
    if (isSending) return;
    setSending(answer);
    set(LAST, answer);
    if (!(await submit(fields, onSend))) requestAnimationFrame(() => summary.current?.focus());
  }

  const asked = fields.filter(({ path }) => path !== LAST);
  const row = (field: Field) => (
    <FieldRow
      key={field.path}
      field={field}
      heading={undefined}
      id={`${prefix}${field.path}`}
      Control={plain[field.kind]}
      fault={trouble.faults[field.path]}
      said={trouble.said[field.path]}
      value={values[field.path]}
      onChange={(value) => set(field.path, value)}
    />
  );

  return (
    <div className="form rating">
      <Summary fields={fields} trouble={trouble} prefix={prefix} box={summary} />
      {asked.filter(({ isRequired }) => isRequired).map(row)}
      {values[SOLVED] === 'no' && <p className="consequence">{t('rate.unsolved')}</p>}
      <details>
        <summary>{t('rate.more')}</summary>
        {asked.filter(({ isRequired }) => !isRequired).map(row)}
      </details>
      <Last
        field={fields.find(({ path }) => path === LAST)}
        id={`${prefix}last`}
        sending={isSending ? sending : undefined}
        onAnswer={(answer) => void send(answer)}
      />
    </div>
  );
}

type LastProps = {
  field: Field | undefined;
  id: string;
  sending: string | undefined;
  onAnswer: (answer: string) => void;
};

/** The last question: its answer is the button that sends all three. */
function Last({ field, id, sending, onAnswer }: LastProps) {
  const { t } = useTranslation();
  return (
    <div className="field" role="group" aria-labelledby={id}>
      <span className="label" id={id}>
        {field?.title} <small className="need">{t('rate.sends')}</small>
      </span>
      <div className="answers">
        {field?.options.map(({ value, title }) => (
          <button
            key={value}
            type="button"
            className="button primary"
            aria-disabled={sending !== undefined}
            onClick={() => onAnswer(value)}
          >
            {sending === value ? t('act.sending') : title}
          </button>
        ))}
      </div>
    </div>
  );
}
