import { useState } from 'react';
import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import type { Ask } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { newKey } from '../../api/key.ts';
import { Trouble } from '../../look/trouble.tsx';
import { listOf } from '../control.ts';
import type { ControlProps } from '../control.ts';

const Kept = z.object({ id: z.string() });
const TYPES = 'image/jpeg,image/png,image/webp,application/pdf';

async function handIn(ask: Ask, href: string, file: File): Promise<string> {
  const body = new FormData();
  body.append('file', file);
  const { id } = await ask(Kept, href, { method: 'POST', body, key: newKey() });
  return id;
}

/** Photos and files: handed in as soon as they are chosen, and sent by their ids. */
export function Files({ field, id, describedBy, value, onChange }: ControlProps) {
  const { t } = useTranslation();
  const ask = useAsk();
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [uploading, setUploading] = useState<string>();
  const [error, setError] = useState<unknown>();
  const ids = listOf(value);
  const most = field.maxItems ?? 9;

  async function take(files: readonly File[]) {
    setError(undefined);
    let kept = ids;
    try {
      for (const file of files.slice(0, most - ids.length)) {
        setUploading(file.name);
        const fileId = await handIn(ask, field.upload ?? at('attachments'), file);
        kept = [...kept, fileId];
        setNames((before) => ({ ...before, [fileId]: file.name }));
        onChange([...kept]);
      }
    } catch (failure) {
      setError(failure);
    } finally {
      setUploading(undefined);
    }
  }

  function chosen(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    void take(files);
  }

  return (
    <div className="files">
      {ids.length < most && (
        <label className="button file">
          {t('act.add')}
          <input
            id={id}
            type="file"
            multiple
            accept={TYPES}
            aria-describedby={describedBy}
            onChange={chosen}
          />
        </label>
      )}
      <p className="hint">{t('form.files', { n: most })}</p>
      <Kepts ids={ids} names={names} onRemove={(one) => onChange(ids.filter((other) => other !== one))} />
      <p role="status" className="hint">
        {uploading === undefined ? '' : t('form.uploading', { name: uploading })}
      </p>
      {error !== undefined && <Trouble error={error} />}
    </div>
  );
}

type KeptsProps = {
  ids: readonly string[];
  names: Readonly<Record<string, string>>;
  onRemove: (id: string) => void;
};

function Kepts({ ids, names, onRemove }: KeptsProps) {
  const { t } = useTranslation();
  if (ids.length === 0) return null;
  return (
    <ul className="kept-files">
      {ids.map((one, i) => {
        const name = names[one] ?? `#${i + 1}`;
        return (
          <li key={one}>
            <span>{name}</span>
            <button
              type="button"
              className="quiet"
              aria-label={t('act.remove', { name })}
              onClick={() => onRemove(one)}
            >
              ✕
            </button>
          </li>
        );
      })}
    </ul>
  );
}
