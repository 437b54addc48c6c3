import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import { Attached } from '../../look/photo.tsx';
import { useTime } from '../../look/time.ts';
import { useName } from '../../text/name.ts';
import { factNotes, notesOf } from './notes.ts';
import type { FieldNote, Notes } from './notes.ts';

/** Titles of what is referred to by id, code or path. */
type Names = Readonly<Record<string, string>>;

type Values = Readonly<Record<string, unknown>>;

type FormProps = { process: string; kind: string; outcome: string; form: Values; names?: Names };

/** What somebody filled in when a task was completed: titles and choices in words, files as pictures. */
export function FormShown({ process, kind, outcome, form, names = {} }: FormProps) {
  return <Filled notes={notesOf(process, kind, outcome)} values={form} names={names} isWhole />;
}

type FactsProps = {
  process: string;
  facts: Values;
  names: Names;
  /** They are those of a thing on its list. */
  isItem?: boolean;
  without?: readonly string[];
};

/** What a process or a thing on its list remembers, as far as somebody once filled it in or it has a name of its own. */
export function FactsShown({ process, facts, names, isItem = false, without = [] }: FactsProps) {
  const values = Object.fromEntries(Object.entries(facts).filter(([name]) => !without.includes(name)));
  return <Filled notes={factNotes(process, isItem ? 'item' : 'whole')} values={values} names={names} />;
}

type FilledProps = { notes: Notes; values: Values; names: Names; isWhole?: boolean };

function Filled({ notes, values, names, isWhole = false }: FilledProps) {
  const { i18n } = useTranslation();
  const name = useName();
  const titleOf = (field: string) => {
    const own = i18n.language === 'en' ? notes[field]?.en : notes[field]?.zh;
    return own ?? name('process', 'fact', field);
  };
  const shown = Object.entries(values).filter(
    ([field, value]) => isShown(notes[field], value, names) && (isWhole || titleOf(field) !== field),
  );
  if (shown.length === 0) return null;
  return (
    <dl className="filled">
      {shown.map(([field, value]) => (
        <div key={field}>
          <dt>{titleOf(field)}</dt>
          <dd className="said">
            <Shown note={notes[field]} value={value} names={names} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const Texts = z.union([z.string(), z.number(), z.boolean()]).transform((value) => [String(value)]);
const Plain = z.union([Texts, z.array(z.string())]).catch([]);

/** What refers to something nobody named would say nothing, and what is inside of a fact has its own place. */
function isShown(note: FieldNote | undefined, value: unknown, names: Names): boolean {
  const texts = Plain.parse(value);
  if (texts.length === 0) return false;
  const isReference = note?.options !== undefined && note.options !== 'attachments';
  return !isReference || texts.some((text) => namedIn(names, note, text) !== undefined);
}

/** What is referred to; a group of kinds stands by its code alone where kinds are meant. */
const namedIn = (names: Names, note: FieldNote | undefined, text: string): string | undefined =>
  (note?.options === 'kinds' ? names[`${text}.*`] : undefined) ?? names[text];

const MOMENT = /^\d{4}-\d{2}-\d{2}T/;

/** What a process calls something that nobody chose in a form. */
const CODE = /^[a-z][A-Za-z]+$/;

type ShownProps = { note: FieldNote | undefined; value: unknown; names: Names };

function Shown({ note = {}, value, names }: ShownProps) {
  const { i18n, t } = useTranslation();
  const word = useWord(note, names);
  const texts = Plain.parse(value);
  if (note.options === 'attachments') return <Files ids={texts} />;
  if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no');
  return texts.map(word).join(i18n.language === 'en' ? ', ' : '、');
}

/** One value in words: what was chosen by its title, what is referred to by its name, a time as people write it. */
function useWord(note: FieldNote, names: Names): (text: string) => string {
  const { choices = {}, format, words } = note;
  const { i18n } = useTranslation();
  const { at: written } = useTime();
  const name = useName();
  const chosen = (text: string) => (i18n.language === 'en' ? choices[text]?.en : choices[text]?.zh);
  const timed = (text: string) => {
    if (format === 'date') return written(text, 'dayOnly');
    return MOMENT.test(text) ? written(text) : undefined;
  };
  const coded = (text: string) =>
    CODE.test(text) && words !== true ? name('process', 'word', text) : undefined;
  return (text) => chosen(text) ?? namedIn(names, note, text) ?? timed(text) ?? coded(text) ?? text;
}

const Files = ({ ids }: { ids: readonly string[] }) => (
  <span className="photos">
    {ids.map((id, i) => (
      <Attached key={id} href={at(`attachments/${id}`)} name={`#${i + 1}`} />
    ))}
  </span>
);
