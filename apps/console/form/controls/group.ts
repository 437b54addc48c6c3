import type { ControlProps } from '../control.ts';

/** What makes several inputs one control: named by its label, explained and faulted as a whole. */
export const group = ({ id, labelId, describedBy, isInvalid }: ControlProps) => ({
  id,
  tabIndex: -1,
  'aria-labelledby': labelId,
  'aria-describedby': describedBy,
  'aria-invalid': isInvalid || undefined,
});
