import { useTranslation } from 'react-i18next';
import { textOf } from '../control.ts';
import type { ControlProps } from '../control.ts';

const NOTATION = /^(\d*)(min|h|d|wh|wd)?$/;
const units = ['wd', 'wh', 'd', 'h'] as const;

/** A length of time, in the policies' notation (`3wd`): people write a number and choose what it counts. */
export function Term({ id, labelId, describedBy, isInvalid, field, value, onChange }: ControlProps) {
  const { t } = useTranslation();
  const [, count = '', unit = 'wd'] = NOTATION.exec(textOf(value)) ?? [];
  const write = (nextCount: string, nextUnit: string) =>
    onChange(nextCount === '' ? '' : `${nextCount.replace(/\D/g, '')}${nextUnit}`);
  return (
    <div className="term">
      <input
        className="input"
        id={id}
        inputMode="numeric"
        maxLength={4}
        value={count}
        aria-describedby={describedBy}
        aria-invalid={isInvalid || undefined}
        aria-required={field.isRequired || undefined}
        onChange={(event) => write(event.target.value, unit)}
      />
      <select
        className="input"
        aria-labelledby={labelId}
        value={unit}
        onChange={(event) => write(count === '' ? '1' : count, event.target.value)}
      >
        {units.map((one) => (
          <option key={one} value={one}>
            {t(`form.unit.${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
