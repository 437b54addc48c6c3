// What a caller may do, drawn from the API's `actions`: buttons, and a form in a drawer.
// This file has the controls of those forms where one searches or picks a day.
import { Select } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { isShownAsButtons, listOf, textOf } from '../../form/control.ts';
import type { ControlProps, Controls } from '../../form/control.ts';
import { Choice } from '../../form/controls/chosen.tsx';
import { plain } from '../../form/controls/plain.ts';
import { useOptions } from '../../form/options.ts';
import { asTree } from '../list/tree.ts';
import { named } from './named.ts';
import { TabGoesOn } from './tab-goes-on.tsx';

/** One of many, found by typing. */
function SearchedChoice(props: ControlProps) {
  const { t } = useTranslation();
  const { options, isLoading } = useOptions(props.field);
  if (isShownAsButtons(props.field)) return <Choice {...props} />;
  return (
    <TabGoesOn>
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
    </TabGoesOn>
  );
}

/** Several of many. */
function SearchedChoices(props: ControlProps) {
  const { t } = useTranslation();
  const { options, isLoading } = useOptions(props.field);
  return (
    <TabGoesOn>
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
    </TabGoesOn>
  );
}

const Days = lazy(() => import('./calendar.tsx'));

/** A day, or a moment, from a calendar, which is loaded when the first form asks for one. */
const Calendar = (props: ControlProps) => (
  <Suspense fallback={<div className="input-date" data-loading />}>
    <Days {...props} />
  </Suspense>
);

/** The controls of the staff's forms: native where that is best, antd where one searches. */
export const rich: Controls = {
  ...plain,
  choice: SearchedChoice,
  choices: SearchedChoices,
  date: Calendar,
  dateTime: Calendar,
};
