// What a caller may do, drawn from the API's `actions`: buttons, and a form in a drawer.
// This file has the controls of those forms where one searches or picks a day.
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { isShownAsButtons, listOf, textOf } from '../../form/control.ts';
import type { ControlProps, Controls } from '../../form/control.ts';
import { Choice } from '../../form/controls/chosen.tsx';
import { plain } from '../../form/controls/plain.ts';
import { useOptions } from '../../form/options.ts';
import { asTree } from '../list/tree.ts';

const named = ({ id, labelId, describedBy, isInvalid, field }: ControlProps) => ({
  id,
  'aria-labelledby': labelId,
  'aria-describedby': describedBy,
  'aria-required': field.isRequired,
  status: isInvalid ? ('error' as const) : undefined,
});

/** One of many, found by typing. */
function SearchedChoice(props: ControlProps) {
  const { t } = useTranslation();
  const { options, isLoading } = useOptions(props.field);
  if (isShownAsButtons(props.field)) return <Choice {...props} />;
  return (
    <Select
      {...named(props)}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      placeholder={t('act.choose')}
      loading={isLoading}
      options={asTree(options)}
      value={textOf(props.value) === '' ? undefined : textOf(props.value)}
      onChange={(value: string | undefined) => props.onChange(value ?? '')}
    />
  );
}

/** Several of many. */
function SearchedChoices(props: ControlProps) {
  const { t } = useTranslation();
  const { options, isLoading } = useOptions(props.field);
  return (
    <Select
      {...named(props)}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('act.choose')}
      loading={isLoading}
      maxCount={props.field.maxItems}
      options={asTree(options)}
      value={[...listOf(props.value)]}
      onChange={(value: string[]) => props.onChange(value)}
    />
  );
}

/** A day, or a moment, from a calendar. */
function Calendar(props: ControlProps) {
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
      value={text === '' ? null : dayjs(text)}
      onChange={(chosen) => onChange(chosen === null ? '' : chosen.format(form))}
    />
  );
}

/** The controls of the staff's forms: native where that is best, antd where one searches. */
export const rich: Controls = {
  ...plain,
  choice: SearchedChoice,
  choices: SearchedChoices,
  date: Calendar,
  dateTime: Calendar,
};
