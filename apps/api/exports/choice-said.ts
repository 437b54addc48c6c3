import { z } from 'zod';
import type { Language } from '../language.ts';
import { reported } from '../processes/address.ts';

const Name = z.object({ zh: z.string(), en: z.string() });
const Field = z.looseObject({ choices: z.record(z.string(), Name).optional() });
const Form = z.object({ properties: z.record(z.string(), Field).default({}) });

const choicesIn = (form: z.ZodType): [string, z.infer<typeof Name>][] =>
  Object.values(Form.parse(z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' })).properties).flatMap(
    ({ choices = {} }) => Object.entries(choices),
  );

const { acts, tasks } = reported();
const forms = [
  ...acts.map(({ input }) => input),
  ...Object.values(tasks).flatMap(({ completions }) => completions.map(({ form }) => form)),
];
const titles = new Map(forms.flatMap(choicesIn));

/** What was chosen in a form about a matter, in words; the code itself where no form knows it. */
export const choiceSaid = (code: string | undefined, language: Language): string | undefined =>
  code === undefined ? undefined : (titles.get(code)?.[language] ?? code);
