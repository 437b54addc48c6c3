import { useContext, useEffect, useRef } from 'react';
import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { at } from '../../api/ask.ts';
import { useSentence } from '../../look/trouble.tsx';
import { Busy } from '../busy.ts';
import { listOf } from '../control.ts';
import type { ControlProps } from '../control.ts';
import { useUploads } from './uploads.ts';
import type { Shown, Upload } from './uploads.ts';

const TYPES = 'image/jpeg,image/png,image/webp,application/pdf';

/** Photos and files: handed in as soon as they are chosen, and sent by their ids. */
export function Files({ field, id, describedBy, value, onChange }: ControlProps) {
  const { t } = useTranslation();
  const ids = listOf(value);
  const latest = useRef(ids);
  latest.current = ids;
  const most = field.maxItems ?? 9;
  const { uploads, shown, take, retry, leave } = useUploads({
    href: field.upload ?? at('attachments'),
    onKept: (fileId) => {
      latest.current = [...latest.current, fileId];
      onChange([...latest.current]);
    },
  });
  const tellBusy = useContext(Busy);
  const busy = uploads.filter(({ error }) => error === undefined).length;
  useEffect(() => tellBusy(busy), [tellBusy, busy]);
  const room = most - ids.length - uploads.length;

  function chosen(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    take(files.slice(0, room));
  }

  return (
    <div className="files">
      <ul className="kept-files">
        {ids.map((one, i) => (
          <Kept
            key={one}
            shown={shown[one] ?? { name: `#${i + 1}`, preview: undefined }}
            onRemove={() => onChange(ids.filter((other) => other !== one))}
          />
        ))}
        {uploads.map((upload) => (
          <OnItsWay
            key={upload.key}
            upload={upload}
            onRetry={() => retry(upload)}
            onLeave={() => leave(upload.key)}
          />
        ))}
      </ul>
      {room > 0 && (
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
    </div>
  );
}

function Kept({ shown: { name, preview }, onRemove }: { shown: Shown; onRemove: () => void }) {
  return (
    <li>
      {preview !== undefined && <img src={preview} alt="" />}
      <span>{name}</span>
      <Remove name={name} onRemove={onRemove} />
    </li>
  );
}

type OnItsWayProps = { upload: Upload; onRetry: () => void; onLeave: () => void };

function OnItsWay({ upload: { file, preview, share, error }, onRetry, onLeave }: OnItsWayProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { name } = file;
  if (error === undefined)
    return (
      <li>
        {preview !== undefined && <img src={preview} alt="" />}
        <span role="status">{t('form.uploading', { name })}</span>
        <progress value={share} aria-label={t('form.uploading', { name })} />
      </li>
    );
  return (
    <li className="failed">
      <span role="alert">
        {name}: {sentence(error)}
      </span>
      <button type="button" className="quiet" onClick={onRetry}>
        {t('act.retry')}
      </button>
      <Remove name={name} onRemove={onLeave} />
    </li>
  );
}

function Remove({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="quiet" aria-label={t('act.remove', { name })} onClick={onRemove}>
      ✕
    </button>
  );
}
