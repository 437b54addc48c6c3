import { z } from 'zod';
import type { Field } from './field.ts';

/** What is filled in so far: by the field's path. A number that is typed is text until it is sent. */
export const Value = z.union([z.string(), z.boolean(), z.array(z.string())]);
export type Value = z.infer<typeof Value>;
export const Values = z.record(z.string(), Value);
export type Values = z.infer<typeof Values>;

/** Whether nothing has been filled in there. */
export const isEmpty = (value: Value | undefined): boolean =>
  value === undefined ||
  value === false ||
  (typeof value === 'object' ? value.length === 0 : value !== true && value.trim() === '');

type Json = { [name: string]: Json | string | number | boolean | string[] };

/** The body to send: names nested again, empty fields left out, numbers as numbers. */
export function assemble(fields: readonly Field[], values: Values): Json {
  const body: Json = {};
  for (const field of fields) {
    const value = values[field.path];
    if (value === undefined || (isEmpty(value) && value !== false)) continue;
    put(body, field.path.split('/'), sent(field, value));
  }
  return body;
}

function sent({ kind, isNumber }: Field, value: Value): string | number | boolean | string[] {
  if (typeof value !== 'string') return value;
  if (isNumber) return Number(value);
  return kind === 'dateTime' ? onTheWire(value) : value.trim();
}

/** What a `datetime-local` input holds is the wall clock of the place: +08:00 since 1991. */
const onTheWire = (local: string): string => `${local.length === 16 ? `${local}:00` : local}+08:00`;

function put(body: Json, [name = '', ...rest]: string[], value: string | number | boolean | string[]): void {
  if (rest.length === 0) {
    body[name] = value;
    return;
  }
  const found = body[name];
  const inner: Json = typeof found === 'object' && !Array.isArray(found) ? found : {};
  body[name] = inner;
  put(inner, rest, value);
}
