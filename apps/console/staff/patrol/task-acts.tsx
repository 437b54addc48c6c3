import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import type { Action } from '../../api/action.ts';
import { at } from '../../api/ask.ts';
import { listOf } from '../../form/control.ts';
import type { ControlProps, Controls } from '../../form/control.ts';
import { plain } from '../../form/controls/plain.ts';
import { fieldsOf } from '../../form/field.ts';
import { SchemaForm } from '../../form/schema-form.tsx';
import { Photos } from './photos.tsx';
import { press } from './unsent.ts';

type Props = { person: string; page: string; note: string; actions: readonly Action[] };

const Body = z.record(z.string(), z.json());
const Ids = z.array(z.string()).default([]);

/** The forms of these pages keep their photos on the phone until the courier takes them. */
function heldControls(person: string): Controls {
  const files = ({ field, labelId, value, onChange }: ControlProps) => (
    <Photos {...{ person, labelId, onChange }} ids={listOf(value)} most={field.maxItems ?? 9} />
  );
  return { ...plain, files };
}

/** What may be done with the task: one form at a time, handed to the courier when it is pressed. */
export function TaskActs({ person, page, note, actions }: Props) {
  const { t } = useTranslation('patrol');
  const navigate = useNavigate();
  const controls = useMemo(() => heldControls(person), [person]);
  const [chosen, setChosen] = useState(actions[0]?.name);
  const action = actions.find(({ name }) => name === chosen);

  async function send({ title, method, href, input }: Action, filled: unknown) {
    const body = Body.parse(filled);
    const upload = fieldsOf(input).find(({ kind }) => kind === 'files');
    const field = upload?.path ?? '';
    const photos = Ids.parse(body[field]);
    const { [field]: _ids, ...words } = body;
    const files = upload === undefined ? undefined : { field, href: upload.upload ?? at('attachments') };
    await press(person, { title, note, method, href, body: words, files, photos, page });
    await navigate('/patrol?show=unsent');
  }

  if (actions.length === 0) return <p className="state">{t('task.nothing')}</p>;
  return (
    <section className="panel">
      <div className="patrol-acts" role="group" aria-label={t('task.acts')}>
        {actions.map(({ name, title }) => (
          <button
            key={name}
            type="button"
            className="button"
            aria-pressed={name === chosen}
            onClick={() => setChosen(name)}
          >
            {title}
          </button>
        ))}
      </div>
      {action !== undefined && (
        <SchemaForm
          key={action.href}
          schema={action.input}
          controls={controls}
          name={`patrol ${action.href}`}
          submitTitle={action.title}
          onSend={(body) => send(action, body)}
        />
      )}
    </section>
  );
}
