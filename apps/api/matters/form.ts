import { z } from 'zod';
import type { Language } from '../language.ts';

/** A JSON Schema as far as forms need it: an object of plain fields. */
export const Form = z.looseObject({
  type: z.literal('object').optional(),
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  required: z.array(z.string()).default([]),
});
export type Form = z.infer<typeof Form>;

/** What the kit's fields say about themselves (workflows/process/field.ts). */
const Meta = z.looseObject({
  zh: z.string().optional(),
  en: z.string().optional(),
  words: z.boolean().optional(),
  options: z.string().optional(),
  choices: z.record(z.string(), z.object({ zh: z.string(), en: z.string() })).optional(),
});

/** The marks that stay in a form until the choices are known. */
export const NEEDS = 'x-needs';

/** The form of an act as JSON Schema (2020-12), titles in one language; lists to choose from are marked, not yet filled. */
export const formOf = (input: z.ZodType, language: Language): Form =>
  Form.parse(schemaIn(input, language, 'input'));

/** A zod schema as JSON Schema (2020-12) without remote references, with titles and named choices in one language. */
export function schemaIn(
  described: z.ZodType,
  language: Language,
  io: 'input' | 'output',
): Record<string, unknown> {
  const { $schema: _dialect, ...plain } = z.toJSONSchema(described, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => replace(jsonSchema, titled(jsonSchema, language)),
  });
  return plain;
}

function titled(schema: object, language: Language): object {
  const { zh, en, words, options, choices, ...rest } = Meta.parse(schema);
  const title = language === 'zh' ? zh : en;
  const named = choices === undefined ? rest : { ...without(rest), oneOf: oneOf(choices, language, rest) };
  const marks = { ...(words ? { 'x-multiline': true } : {}), ...(options ? { [NEEDS]: options } : {}) };
  return { ...named, ...(title ? { title } : {}), ...marks };
}

type Choices = NonNullable<z.infer<typeof Meta>['choices']>;

function oneOf(choices: Choices, language: Language, schema: Record<string, unknown>): object[] {
  const isNumber = schema['type'] === 'number' || schema['anyOf'] !== undefined;
  return Object.entries(choices).map(([value, title]) => ({
    const: isNumber ? Number(value) : value,
    title: title[language],
  }));
}

/** The named choices say all that an enum, or a union of literals, would. */
const without = ({ enum: _enum, anyOf: _anyOf, type: _type, ...rest }: Record<string, unknown>) => rest;

function replace(target: object, source: object): void {
  for (const key of Object.keys(target)) Reflect.deleteProperty(target, key);
  Object.assign(target, source);
}

/** The fields of a form that hold what somebody wrote, and those that hold files. */
export function fieldsOf(input: z.ZodType): {
  words: string[];
  files: string[];
  options: [string, string][];
} {
  const { properties } = Form.parse(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }));
  const marked = Object.entries(properties).map(([name, schema]) => ({ name, ...Meta.parse(schema) }));
  return {
    words: marked.filter(({ words }) => words === true).map(({ name }) => name),
    files: marked.filter(({ options }) => options === 'attachments').map(({ name }) => name),
    options: marked.flatMap(({ name, options }): [string, string][] =>
      options === undefined || options === 'attachments' ? [] : [[name, options]],
    ),
  };
}
