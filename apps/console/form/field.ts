// What a form asks for, field by field: the flat list that is drawn, checked and put together again.
import type { FieldSchema, ObjectSchema } from './schema.ts';
import { Value } from './values.ts';
import type { Values } from './values.ts';

export type Kind =
  | 'text'
  | 'words'
  | 'number'
  | 'yesNo'
  | 'choice'
  | 'choices'
  | 'date'
  | 'dateTime'
  | 'files'
  | 'place'
  | 'term';

/** One thing to choose; `group` gathers what belongs together. */
export type Option = { value: string; title: string; group?: string };

export type Field = {
  /** Names joined by '/', as in a JSON pointer: `contact/phone`. */
  path: string;
  kind: Kind;
  title: string;
  hint?: string;
  isRequired: boolean;
  /** Path of an optional group: what it requires is required only when something in it is filled in. */
  within?: string;
  /** Sent as a number though it is chosen from a list. */
  isNumber: boolean;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  pattern?: string;
  options: readonly Option[];
  /** What stands in it at the beginning. */
  initial?: Value;
  /** Where the options are listed when they do not stand in the schema. */
  href?: string;
  /** Where files are handed in. */
  upload?: string;
};

/** How long an extension is: a term, which its schema does not say yet (it should have `format: term`). */
const LENGTH = 'length';

type Group = { prefix: string; isOptional: boolean; within?: string };

const TOP: Group = { prefix: '', isOptional: false };

/** The fields of a form in the order of the schema; fields of inner objects follow under their own path. */
export function fieldsOf(schema: ObjectSchema, group: Group = TOP): Field[] {
  return Object.entries(schema.properties).flatMap(([name, property]) => {
    const isRequired = schema.required.includes(name);
    if (property.properties === undefined)
      return property.const === undefined ? [fieldOf(name, property, isRequired, group)] : [];
    const prefix = `${group.prefix}${name}/`;
    const isOptional = group.isOptional || !isRequired;
    const inner = { properties: property.properties, required: property.required ?? [] };
    return fieldsOf(inner, { prefix, isOptional, within: isOptional ? (group.within ?? prefix) : undefined });
  });
}

function fieldOf(name: string, schema: FieldSchema, isRequired: boolean, group: Group): Field {
  const list = schema.items;
  const { minLength, maxLength, minimum, maximum, maxItems, pattern } = schema;
  return {
    path: `${group.prefix}${name}`,
    kind: name === LENGTH ? 'term' : kindOf(schema),
    title: schema.title ?? name,
    hint: schema.description,
    isRequired: isRequired && schema.default === undefined,
    within: group.within,
    isNumber: isNumeric(schema),
    ...{ minLength, maxLength, minimum, maximum, maxItems, pattern },
    options: [...optionsOf(schema), ...(list === undefined ? [] : optionsOf(list))],
    href: schema['x-options'] ?? list?.['x-options'],
    upload: schema['x-upload'],
    initial: initialOf(schema),
  };
}

function initialOf({ default: value }: FieldSchema): Value | undefined {
  const parsed = Value.safeParse(typeof value === 'number' ? String(value) : value);
  return parsed.success ? parsed.data : undefined;
}

/** What a form holds before anybody wrote into it. */
export const initialValues = (fields: readonly Field[]): Values =>
  Object.fromEntries(fields.flatMap(({ path, initial }) => (initial === undefined ? [] : [[path, initial]])));

const isOf = ({ type }: FieldSchema, wanted: string): boolean =>
  Array.isArray(type) ? type.includes(wanted) : type === wanted;

const isNumeric = (schema: FieldSchema): boolean =>
  isOf(schema, 'number') ||
  isOf(schema, 'integer') ||
  (schema.oneOf ?? []).some((one) => typeof one.const === 'number');

const isChosen = (schema: FieldSchema): boolean =>
  optionsOf(schema).length > 0 || schema['x-options'] !== undefined;

const isPlaces = (href: string | undefined): boolean => /\/places(\?|$)/.test(href ?? '');

/** Words of so many characters at most, a name or a number, get one line. */
const ONE_LINE = 200;

const formats: Readonly<Record<string, Kind>> = { date: 'date', 'date-time': 'dateTime', term: 'term' };

function kindOf(schema: FieldSchema): Kind {
  if (schema['x-upload'] !== undefined) return 'files';
  if (isOf(schema, 'array')) return 'choices';
  if (isPlaces(schema['x-options'])) return 'place';
  if (isChosen(schema)) return 'choice';
  return isOf(schema, 'boolean') ? 'yesNo' : plainKindOf(schema);
}

function plainKindOf(schema: FieldSchema): Kind {
  if (isNumeric(schema)) return 'number';
  if (schema['x-multiline'] === true && (schema.maxLength ?? Infinity) > ONE_LINE) return 'words';
  return formats[schema.format ?? ''] ?? 'text';
}

function optionsOf({ oneOf, enum: values }: FieldSchema): Option[] {
  if (oneOf !== undefined)
    return oneOf.map((one) => ({ value: String(one.const), title: one.title ?? String(one.const) }));
  return (values ?? []).map((value) => ({ value: String(value), title: String(value) }));
}
