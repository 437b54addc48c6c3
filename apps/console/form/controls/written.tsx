// The plain controls of a form: native inputs, so that they work everywhere, by keyboard and with every reader.
// One for each kind of field; plain.ts lists them, and the staff's pages put richer ones in place of some.
import { useTranslation } from 'react-i18next';
import { textOf } from '../control.ts';
import type { ControlProps } from '../control.ts';

const described = ({ id, describedBy, isInvalid, field }: ControlProps) => ({
  id,
  'aria-describedby': describedBy,
  'aria-invalid': isInvalid || undefined,
  'aria-required': field.isRequired || undefined,
});

/** One line of text; a telephone gets the number pad. */
export function Text(props: ControlProps) {
  const { field, value, onChange } = props;
  const isPhone = /phone|tel/i.test(field.path);
  return (
    <input
      className="input"
      type={isPhone ? 'tel' : 'text'}
      autoComplete="off"
      maxLength={field.maxLength}
      value={textOf(value)}
      onChange={(event) => onChange(event.target.value)}
      {...described(props)}
    />
  );
}

/** What somebody says, in more than one line; near its end it says how much room is left. */
export function Words(props: ControlProps) {
  const { field, value, onChange } = props;
  const { t } = useTranslation();
  const text = textOf(value);
  const left = (field.maxLength ?? Infinity) - text.length;
  return (
    <>
      <textarea
        className="input"
        rows={4}
        maxLength={field.maxLength}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        {...described(props)}
      />
      {left < 200 && <p className="hint">{t('form.left', { n: left })}</p>}
    </>
  );
}

export function NumberInput(props: ControlProps) {
  const { value, onChange } = props;
  return (
    <input
      className="input short"
      inputMode="decimal"
      value={textOf(value)}
      onChange={(event) => onChange(event.target.value)}
      {...described(props)}
    />
  );
}

export function DateInput(props: ControlProps) {
  const { value, onChange, field } = props;
  const type = field.kind === 'date' ? 'date' : 'datetime-local';
  return (
    <input
      className="input short"
      type={type}
      value={textOf(value)}
      onChange={(event) => onChange(event.target.value)}
      {...described(props)}
    />
  );
}
