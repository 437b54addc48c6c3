import { useTranslation } from 'react-i18next';
import type { Fault } from './check.ts';
import { isGroup } from './control.ts';
import type { Control } from './control.ts';
import type { Field } from './field.ts';
import type { Value } from './values.ts';

type Props = {
  field: Field;
  id: string;
  heading: string | undefined;
  Control: Control;
  fault: Fault | undefined;
  /** What the server says about this field. */
  said: string | undefined;
  value: Value | undefined;
  onChange: (value: Value) => void;
};

/** A field with its label, hint and fault. */
export function FieldRow({ field, id, heading, Control, fault, said, value, onChange }: Props) {
  const { t } = useTranslation();
  const { title, hint } = field;
  const message = fault === undefined ? said : t(`form.fault.${fault.key}`, { title, n: fault.n });
  const labelId = `${id}-label`;
  const notes = [
    ['hint', hint],
    ['fault', message],
  ] as const;
  const ids = notes.flatMap(([name, text]) => (text === undefined ? [] : [`${id}-${name}`]));
  const describedBy = ids.length === 0 ? undefined : ids.join(' ');
  const isInvalid = message !== undefined;
  return (
    <>
      {heading !== undefined && <h2 className="form-heading">{heading}</h2>}
      <div className={isInvalid ? 'field invalid' : 'field'}>
        <Label field={field} id={id} labelId={labelId} />
        <Note name="hint" id={id} text={hint} />
        <Control {...{ field, id, labelId, describedBy, isInvalid, value, onChange }} />
        <Note name="fault" id={id} text={message} />
      </div>
    </>
  );
}

/** A group of inputs is named by its label, a single input is what the label is for. */
function Label({ field, id, labelId }: { field: Field; id: string; labelId: string }) {
  const { t } = useTranslation();
  const Tag = isGroup(field) ? 'span' : 'label';
  return (
    <Tag className="label" id={labelId} {...(isGroup(field) ? {} : { htmlFor: id })}>
      {field.title}{' '}
      <small className="need">{field.isRequired ? t('form.required') : t('form.optional')}</small>
    </Tag>
  );
}

const Note = ({ name, id, text }: { name: 'hint' | 'fault'; id: string; text: string | undefined }) =>
  text === undefined ? null : (
    <p className={name} id={`${id}-${name}`}>
      {text}
    </p>
  );
