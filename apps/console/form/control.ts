import type { ComponentType } from 'react';
import type { Field, Kind } from './field.ts';
import type { Value } from './values.ts';

/** What every control of a form is given. `labelId` names it where a label element cannot. */
export type ControlProps = {
  field: Field;
  id: string;
  labelId: string;
  describedBy: string | undefined;
  isInvalid: boolean;
  value: Value | undefined;
  onChange: (value: Value) => void;
};

export type Control = ComponentType<ControlProps>;

/** One control per kind of field. The staff's pages put richer ones in place of some. */
export type Controls = Readonly<Record<Kind, Control>>;

/** So few choices are shown side by side, more in a list. */
export const FEW = 6;

export const isShownAsButtons = ({ kind, options, href }: Field): boolean =>
  kind === 'yesNo' || (kind === 'choice' && href === undefined && options.length <= FEW);

/** Kinds that are a group of inputs, so that a `label for` has nothing to point at. */
export const isGroup = (field: Field): boolean =>
  isShownAsButtons(field) || field.kind === 'choices' || field.kind === 'place';

export const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '');
export const listOf = (value: Value | undefined): readonly string[] => (Array.isArray(value) ? value : []);
