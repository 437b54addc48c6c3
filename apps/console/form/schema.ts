// Forms drawn from JSON Schema 2020-12, as the API's `actions` carry it.
// Read here, flattened in field.ts, checked in check.ts, kept over a reload by draft.ts, drawn by schema-form.tsx.
import { z } from 'zod';

const Const = z.object({
  const: z.union([z.string(), z.number(), z.boolean()]),
  title: z.string().optional(),
});

/** The part of JSON Schema that a field may use. */
const Leaf = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  minLength: z.int().optional(),
  maxLength: z.int().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minItems: z.int().optional(),
  maxItems: z.int().optional(),
  default: z.json().optional(),
  const: z.json().optional(),
  enum: z.array(z.union([z.string(), z.number()])).optional(),
  oneOf: z.array(Const).optional(),
  anyOf: z.array(z.looseObject({})).optional(),
  /** An address that lists `items: [{ value, title }]`. */
  'x-options': z.string().optional(),
  /** Files: where they are handed in first; the field takes the ids that come back. */
  'x-upload': z.string().optional(),
  /** What somebody says in words: more than one line. */
  'x-multiline': z.boolean().optional(),
});

export type FieldSchema = z.infer<typeof Leaf> & {
  items?: FieldSchema;
  properties?: Record<string, FieldSchema>;
  required?: string[];
};

export const FieldSchema: z.ZodType<FieldSchema> = Leaf.extend({
  items: z.lazy(() => FieldSchema).optional(),
  properties: z
    .record(
      z.string(),
      z.lazy(() => FieldSchema),
    )
    .optional(),
  required: z.array(z.string()).optional(),
});

/** A form: an object with named fields. */
export const ObjectSchema = z.object({
  properties: z.record(z.string(), FieldSchema).default({}),
  required: z.array(z.string()).default([]),
});
export type ObjectSchema = z.infer<typeof ObjectSchema>;
