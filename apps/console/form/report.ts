import type { Fault } from './check.ts';
import { isEmpty } from './values.ts';
import type { Values } from './values.ts';

/** What it takes to answer somebody by each channel, as paths of the report's form. */
const takes: Readonly<Record<string, string>> = {
  email: 'contact/email',
  phone: 'contact/phone',
  message: 'contact/phone',
  visit: 'contact/address',
  letter: 'contact/address',
};

/** An address is asked for only by who is to be visited or written to, and so on; a phone is always welcome. */
export function isAskedFor(path: string, { answerBy }: Values): boolean {
  const isOptional = path === 'contact/email' || path === 'contact/address';
  return !isOptional || (typeof answerBy === 'string' && takes[answerBy] === path);
}

/** Whoever wants to be called has to say where. */
export function unreachable(values: Values): Record<string, Fault> {
  const { answerBy } = values;
  const path = typeof answerBy === 'string' ? takes[answerBy] : undefined;
  return path === undefined || !isEmpty(values[path]) ? {} : { [path]: { key: 'required', n: 0 } };
}
