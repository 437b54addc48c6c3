import { useTranslation } from 'react-i18next';
import { isShownAsButtons, listOf, textOf } from '../control.ts';
import type { ControlProps } from '../control.ts';
import { grouped, useOptions } from '../options.ts';
import { group } from './group.ts';

/** One of a few side by side, one of many in a list. */
export function Choice(props: ControlProps) {
  return isShownAsButtons(props.field) ? <Buttons {...props} /> : <List {...props} />;
}

function Buttons(props: ControlProps) {
  const { field, id, value, onChange } = props;
  return (
    <div
      className="choices"
      role="radiogroup"
      {...group(props)}
      aria-required={field.isRequired || undefined}
    >
      {field.options.map((option) => (
        <label key={option.value} className="choice">
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.title}</span>
        </label>
      ))}
    </div>
  );
}

function List({ field, id, describedBy, isInvalid, value, onChange }: ControlProps) {
  const { t } = useTranslation();
  const { options, isLoading } = useOptions(field);
  return (
    <select
      className="input"
      id={id}
      aria-describedby={describedBy}
      aria-invalid={isInvalid || undefined}
      aria-required={field.isRequired || undefined}
      value={textOf(value)}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{isLoading ? t('form.loading') : t('act.choose')}</option>
      {grouped(options).map(([group, inner]) => {
        const shown = inner.map((option) => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ));
        return group === '' ? (
          shown
        ) : (
          <optgroup key={group} label={group}>
            {shown}
          </optgroup>
        );
      })}
    </select>
  );
}

/** Yes or no; what nobody touched stays unsaid. */
export function YesNo(props: ControlProps) {
  const { t } = useTranslation();
  const { id, value, onChange } = props;
  const answers = [
    [true, t('form.yes')],
    [false, t('form.no')],
  ] as const;
  return (
    <div className="choices" role="radiogroup" {...group(props)}>
      {answers.map(([answer, title]) => (
        <label key={title} className="choice">
          <input type="radio" name={id} checked={value === answer} onChange={() => onChange(answer)} />
          <span>{title}</span>
        </label>
      ))}
    </div>
  );
}

/** Any number of a list. */
export function Choices(props: ControlProps) {
  const { field, value, onChange } = props;
  const { options } = useOptions(field);
  const chosen = listOf(value);
  const toggled = (option: string) =>
    chosen.includes(option) ? chosen.filter((one) => one !== option) : [...chosen, option];
  return (
    <div className="choices" role="group" {...group(props)}>
      {options.map((option) => (
        <label key={option.value} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={() => onChange(toggled(option.value))}
          />
          <span>{option.title}</span>
        </label>
      ))}
    </div>
  );
}
