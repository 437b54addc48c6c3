import type { ControlProps } from '../../form/control.ts';

/** What ties one of antd's controls to its label, its hint and its fault. */
export const named = ({ id, labelId, describedBy, isInvalid, field }: ControlProps) => ({
  id,
  'aria-labelledby': labelId,
  'aria-describedby': describedBy,
  'aria-required': field.isRequired,
  status: isInvalid ? ('error' as const) : undefined,
});
