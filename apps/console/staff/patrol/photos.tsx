import { CameraOutlined, PictureOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ChangeEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { heldPhoto, hold, letGo } from './held.ts';
import { shrunk } from './shrink.ts';

type Props = {
  person: string;
  /** Ids of held photos. */
  ids: readonly string[];
  most: number;
  labelId: string;
  onChange: (ids: string[]) => void;
};

/** Photos from the camera or the album, kept on this phone until the form is sent. */
export function Photos({ person, ids, most, labelId, onChange }: Props) {
  const { t } = useTranslation('patrol');
  const [isBusy, setBusy] = useState(false);

  async function take(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])].slice(0, most - ids.length);
    event.target.value = '';
    setBusy(true);
    const added = await Promise.all(files.map(async (file) => hold(person, file.name, await shrunk(file))));
    setBusy(false);
    onChange([...ids, ...added]);
  }

  function remove(id: string) {
    void letGo(person, id);
    onChange(ids.filter((one) => one !== id));
  }

  return (
    <div className="patrol-photos" role="group" aria-labelledby={labelId} aria-busy={isBusy}>
      {ids.map((id, i) => (
        <Thumb
          key={id}
          person={person}
          id={id}
          name={t('photo.nth', { n: i + 1 })}
          onRemove={() => remove(id)}
        />
      ))}
      {ids.length < most && (
        <>
          <Pick title={t('photo.take')} capture="environment" onPick={(event) => void take(event)}>
            <CameraOutlined aria-hidden />
          </Pick>
          <Pick title={t('photo.album')} onPick={(event) => void take(event)}>
            <PictureOutlined aria-hidden />
          </Pick>
        </>
      )}
    </div>
  );
}

type PickProps = {
  title: string;
  capture?: 'environment';
  onPick: (event: ChangeEvent<HTMLInputElement>) => void;
  children: ReactNode;
};

function Pick({ title, capture, onPick, children }: PickProps) {
  return (
    <label className="button file">
      {children}
      <span>{title}</span>
      <input
        type="file"
        accept="image/*"
        multiple={capture === undefined}
        capture={capture}
        onChange={onPick}
      />
    </label>
  );
}

type ThumbProps = { person: string; id: string; name: string; onRemove: () => void };

function Thumb({ person, id, name, onRemove }: ThumbProps) {
  const { t } = useTranslation('site');
  const { data: url } = useQuery({
    queryKey: ['held', person, id],
    networkMode: 'always',
    staleTime: Infinity,
    gcTime: 0,
    queryFn: async () => {
      const held = await heldPhoto(person, id);
      return held === undefined ? null : URL.createObjectURL(held.blob);
    },
  });
  useEffect(() => () => void (typeof url === 'string' && URL.revokeObjectURL(url)), [url]);
  return (
    <span className="patrol-thumb">
      {typeof url === 'string' && <img src={url} alt={name} />}
      <button type="button" aria-label={t('act.remove', { name })} onClick={onRemove}>
        ✕
      </button>
    </span>
  );
}
