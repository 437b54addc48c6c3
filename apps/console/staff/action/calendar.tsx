import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { textOf } from '../../form/control.ts';
import type { ControlProps } from '../../form/control.ts';
import { named } from './named.ts';

/** A day, or a moment, from a calendar. */
export default function Calendar(props: ControlProps) {
  const { value, onChange, field } = props;
  const isMoment = field.kind === 'dateTime';
  const form = isMoment ? 'YYYY-MM-DDTHH:mm' : 'YYYY-MM-DD';
  const text = textOf(value);
  return (
    <DatePicker
      {...named(props)}
      className="input-date"
      showTime={isMoment ? { format: 'HH:mm' } : false}
      format={isMoment ? 'YYYY-MM-DD HH:mm' : form}
      needConfirm={false} // what was typed stays when one clicks elsewhere
      value={text === '' ? null : dayjs(text)}
      onChange={(chosen) => onChange(chosen === null ? '' : chosen.format(form))}
    />
  );
}
