import { z } from 'zod';
import { idIn } from '../../../prisma/words.ts';
import { actNamed } from '../../../workflows/process/acts.ts';
import type { Event } from '../../../workflows/process/event.ts';
import type { Title } from '../../../workflows/process/field.ts';
import { termInWords } from '../documents/term-words.ts';
import { clockTime } from './clock-time.ts';
import { filled, said } from './said.ts';
import type { Telling } from './telling.ts';

/** One thing that was filled in: its title, and what was written or chosen, in words. */
export const Field = z.object({ title: z.string(), text: z.string() });
export type Field = z.infer<typeof Field>;

/** The words that this reader may see, by their references. */
export type Words = ReadonlyMap<string, string>;

const Note = z.looseObject({
  zh: z.string().optional(),
  en: z.string().optional(),
  options: z.string().optional(),
  choices: z.record(z.string(), z.object({ zh: z.string(), en: z.string() })).optional(),
});
type Note = z.infer<typeof Note>;
const Form = z.object({ properties: z.record(z.string(), Note).default({}) });

const notesIn = (form: z.ZodType): Readonly<Record<string, Note>> =>
  Form.parse(z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' })).properties;

/** What was filled in at an entry: forms by their own titles, words that somebody wrote as what they are. */
export function fieldsOf(event: Event, telling: Telling, words: Words): Field[] {
  const { words: plain, grounds } = said[telling.language].field;
  const one = (title: string, value: unknown) =>
    [value].filter((text) => typeof text === 'string').map((text) => ({ title, text: shown(text) }));
  const shown = (text: string) => textOf(text, {}, telling, words);
  if ('form' in event) return filledIn(event.form, formOf(event, telling), telling, words);
  if ('words' in event) return one(plain, event.words);
  if ('reason' in event) return one(grounds, event.reason);
  if (event.type === 'itemAdded') return one(plain, event.facts['words']);
  return [];
}

/** The form that an entry was made with. */
function formOf(event: Event, { definition, state }: Telling): z.ZodType | undefined {
  if (event.type === 'asked')
    return actNamed(definition, `ask${event.kind.charAt(0).toUpperCase()}${event.kind.slice(1)}`)?.input;
  if (event.type !== 'taskCompleted') return undefined;
  const kind = state.tasks[event.task]?.kind ?? '';
  return definition.tasks[kind]?.completions.find(({ name }) => name === event.outcome)?.form;
}

/** Values under the titles that their form gives them; what it does not know keeps its name. */
export function filledIn(
  values: Readonly<Record<string, unknown>>,
  form: z.ZodType | undefined,
  telling: Telling,
  words: Words,
): Field[] {
  const notes = form === undefined ? {} : notesIn(form);
  const places = Object.keys(notes);
  return Object.entries(values)
    .sort(([a], [b]) => places.indexOf(a) - places.indexOf(b))
    .map(([name, value]) => ({
      title: notes[name]?.[telling.language] ?? name,
      text: textOf(value, notes[name] ?? {}, telling, words),
    }))
    .filter(({ text }) => text !== '');
}

const TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const DIGEST = 8;

function textOf(value: unknown, note: Note, telling: Telling, words: Words): string {
  const { field } = said[telling.language];
  if (typeof value === 'boolean') return value ? field.yes : field.no;
  if (typeof value === 'number') return textOf(String(value), note, telling, words);
  if (Array.isArray(value)) return listed(value, note, telling, words);
  return typeof value === 'string' ? written(value, note, telling, words) : '';
}

/** Words by themselves or their digest, a time as people write it, what was chosen or referred to by its name. */
function written(text: string, note: Note, telling: Telling, words: Words): string {
  const { sealed } = said[telling.language].field;
  if (idIn(text) !== null) return words.get(text) ?? filled(sealed, { hash: text.slice(-64, DIGEST - 64) });
  if (TIME.test(text)) return clockTime(new Date(text));
  const known = chosen(text, note)?.[telling.language] ?? telling.named(text);
  return known ?? termInWords(text, telling.language);
}

const chosen = (text: string, { choices }: Note): Title | undefined => choices?.[text];

function listed(values: readonly unknown[], note: Note, telling: Telling, words: Words): string {
  if (values.length === 0) return '';
  if (note.options === 'attachments')
    return filled(said[telling.language].field.files, { n: String(values.length) });
  const texts = values.map((value: unknown) => textOf(value, note, telling, words));
  return texts.join(telling.language === 'zh' ? '、' : ', ');
}
