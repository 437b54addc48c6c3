import { z } from 'zod';
import { catalog } from '../../../../workflows/catalog.ts';

const Name = z.object({ zh: z.string(), en: z.string() });

/** What the catalogue's fields say of themselves. */
const FieldNote = z.looseObject({
  zh: z.string().optional(),
  en: z.string().optional(),
  format: z.string().optional(),
  options: z.string().optional(),
  words: z.boolean().optional(),
  choices: z.record(z.string(), Name).optional(),
});
export type FieldNote = z.infer<typeof FieldNote>;

/** Notes on fields, by their names. */
export type Notes = Readonly<Record<string, FieldNote>>;

const Form = z.object({ properties: z.record(z.string(), FieldNote).default({}) });

const notesIn = (form: z.ZodType): Notes =>
  Form.parse(z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' })).properties;

/** The fields of the form with which a task is completed in one way. */
export function notesOf(process: string, kind: string, outcome: string): Notes {
  const completion = catalog[process]?.tasks[kind]?.completions.find(({ name }) => name === outcome);
  return completion === undefined ? {} : notesIn(completion.form);
}

const known = new Map<string, Notes>();

/**
 * The fields of all forms of a process: what people filled in becomes facts of the same name, so that these name the
 * facts. For the process as a whole the form by which one begins has the first word, for a thing on its list the acts.
 */
export function factNotes(process: string, of: 'whole' | 'item' = 'whole'): Notes {
  const definition = catalog[process];
  const found = known.get(`${of} ${process}`);
  if (found !== undefined || definition === undefined) return found ?? {};
  const acts = definition.acts.map(({ input }) => input);
  const doors = (definition.entrances ?? []).map(({ input }) => input);
  const tasks = Object.values(definition.tasks).flatMap(({ completions }) =>
    completions.map(({ form }) => form),
  );
  const forms = of === 'whole' ? [...acts, ...tasks, ...doors] : [...doors, ...tasks, ...acts];
  const notes = Object.fromEntries(forms.flatMap((form) => Object.entries(notesIn(form))));
  known.set(`${of} ${process}`, notes);
  return notes;
}
