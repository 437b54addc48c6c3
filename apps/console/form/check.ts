import type { Field } from './field.ts';
import { isEmpty } from './values.ts';
import type { Value, Values } from './values.ts';

/** What is wrong with a field: a key of the catalogue and the numbers in its sentence. */
export type Fault = {
  key: 'required' | 'tooShort' | 'tooLong' | 'tooSmall' | 'tooLarge' | 'notNumber' | 'tooMany' | 'form';
  n: number;
};

/** The faults of a form before it is sent, by path; empty when all is well. */
export function faultsIn(fields: readonly Field[], values: Values): Record<string, Fault> {
  const found: Record<string, Fault> = {};
  for (const field of fields) {
    const fault = faultOf(field, values);
    if (fault !== undefined) found[field.path] = fault;
  }
  return found;
}

function faultOf(field: Field, values: Values): Fault | undefined {
  const value = values[field.path];
  if (isEmpty(value)) return isNeeded(field, values) ? { key: 'required', n: 0 } : undefined;
  if (typeof value === 'string')
    return field.isNumber ? numberFault(field, Number(value)) : textFault(field, value.trim());
  return listFault(field, value);
}

/** A field of an optional group is needed only when something else in the group is filled in. */
function isNeeded({ isRequired, within, kind }: Field, values: Values): boolean {
  if (!isRequired || kind === 'yesNo') return false;
  if (within === undefined) return true;
  return Object.entries(values).some(([path, value]) => path.startsWith(within) && !isEmpty(value));
}

function textFault(
  { minLength = 0, maxLength = Infinity, pattern, kind }: Field,
  text: string,
): Fault | undefined {
  if (text.length < minLength) return { key: 'tooShort', n: minLength };
  if (text.length > maxLength) return { key: 'tooLong', n: maxLength };
  const isFree = kind === 'text' && pattern !== undefined;
  return isFree && !fits(pattern, text) ? { key: 'form', n: 0 } : undefined;
}

/** A pattern that this browser cannot read is left to the server. */
function fits(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return true;
  }
}

function numberFault({ minimum = -Infinity, maximum = Infinity }: Field, value: number): Fault | undefined {
  if (Number.isNaN(value)) return { key: 'notNumber', n: 0 };
  if (value < minimum) return { key: 'tooSmall', n: minimum };
  return value > maximum ? { key: 'tooLarge', n: maximum } : undefined;
}

function listFault({ maxItems = Infinity }: Field, value: Value | undefined): Fault | undefined {
  return Array.isArray(value) && value.length > maxItems ? { key: 'tooMany', n: maxItems } : undefined;
}
