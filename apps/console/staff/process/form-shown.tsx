import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { catalog } from '../../../../workflows/catalog.ts';
import { at } from '../../api/ask.ts';
import { Attached } from '../../look/photo.tsx';
import { useTime } from '../../look/time.ts';

const Name = z.object({ zh: z.string(), en: z.string() });

/** What the catalogue's fields say of themselves. */
const FieldNote = z.looseObject({
  zh: z.string().optional(),
  en: z.string().optional(),
  format: z.string().optional(),
  options: z.string().optional(),
  choices: z.record(z.string(), Name).optional(),
});
type FieldNote = z.infer<typeof FieldNote>;

const Notes = z.object({ properties: z.record(z.string(), FieldNote).default({}) });

function notesOf(process: string, kind: string, outcome: string): Record<string, FieldNote> {
  const completion = catalog[process]?.tasks[kind]?.completions.find(({ name }) => name === outcome);
  if (completion === undefined) return {};
  return Notes.parse(z.toJSONSchema(completion.form, { io: 'input', unrepresentable: 'any' })).properties;
}

type Props = { process: string; kind: string; outcome: string; form: Readonly<Record<string, unknown>> };

/** What somebody filled in when a task was completed: titles and choices in words, files as pictures. */
export function FormShown({ process, kind, outcome, form }: Props) {
  const { i18n } = useTranslation();
  const notes = notesOf(process, kind, outcome);
  const shown = Object.entries(form).filter(([name, value]) => isShown(notes[name], value));
  if (shown.length === 0) return null;
  return (
    <dl className="filled">
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{(i18n.language === 'en' ? notes[name]?.en : notes[name]?.zh) ?? name}</dt>
          <dd className="said">
            <Shown note={notes[name]} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Units and people stand in the facts by name; here their ids would say nothing. */
function isShown(note: FieldNote | undefined, value: unknown): boolean {
  if (value === null || (Array.isArray(value) && value.length === 0)) return false;
  return note?.options === undefined || note.options === 'attachments';
}

const Ids = z.array(z.string()).catch([]);

/** Numbers of a scale are named like other choices. */
const Text = z.union([z.string(), z.number().transform(String)]).catch('');

function Shown({ note = {}, value }: { note: FieldNote | undefined; value: unknown }) {
  const { i18n } = useTranslation();
  const { at: written } = useTime();
  const text = Text.parse(value);
  if (note.options === 'attachments') return <Files ids={Ids.parse(value)} />;
  if (note.format === 'date') return written(text, 'dayOnly');
  const chosen = note.choices?.[text];
  if (chosen === undefined) return text;
  return i18n.language === 'en' ? chosen.en : chosen.zh;
}

const Files = ({ ids }: { ids: readonly string[] }) => (
  <span className="photos">
    {ids.map((id, i) => (
      <Attached key={id} href={at(`attachments/${id}`)} name={`#${i + 1}`} />
    ))}
  </span>
);
