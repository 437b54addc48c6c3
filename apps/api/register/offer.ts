import type { z } from 'zod';
import { nothing } from '../../../workflows/process/field.ts';
import type { Title } from '../../../workflows/process/field.ts';
import type { Language } from '../language.ts';
import { formOf } from '../matters/form.ts';
import type { ShownAction } from '../matters/shown-action.ts';

/** Something that may be done to a thing of the register. `isFinal`: it cannot be taken back. */
export type Act = { name: string; title: Title; input?: z.ZodType; isFinal?: boolean };

/** What stands in the fields of a form before anybody wrote into it. */
type Defaults = Readonly<Record<string, string | boolean | null>>;

/** The action for whoever may do it, its form filled with how things stand. */
export function offer(
  { name, title, input = nothing, isFinal }: Act,
  href: string,
  language: Language,
  defaults: Defaults = {},
): ShownAction {
  const form = formOf(input, language);
  const properties = Object.fromEntries(
    Object.entries(form.properties).map(([field, schema]) => [field, filled(schema, defaults[field])]),
  );
  const action = { name, title: title[language], method: 'POST' as const, href };
  return { ...action, input: { ...form, properties }, ...(isFinal === undefined ? {} : { isFinal }) };
}

const filled = (schema: Record<string, unknown>, value: string | boolean | null | undefined) =>
  value === undefined || value === null ? schema : { ...schema, default: value };
