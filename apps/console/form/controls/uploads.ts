import { useEffect, useRef, useState } from 'react';
import { useAsker } from '../../api/asker.tsx';
import { newKey } from '../../api/key.ts';
import { handIn } from './hand-in.ts';
import { shrunk } from './shrink.ts';

/** A file on its way. `share`: how much of it has gone out, 0 to 1. */
export type Upload = { key: string; file: File; preview: string | undefined; share: number; error?: unknown };

/** What a file that was handed in is shown by, as long as this page stands. */
export type Shown = { name: string; preview: string | undefined };

type Uploading = { href: string; onKept: (id: string) => void };

/** Hands files in as soon as they are chosen, several at a time; one that failed stays and can be tried again. */
export function useUploads({ href, onKept }: Uploading) {
  const asker = useAsker();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [shown, setShown] = useState<Readonly<Record<string, Shown>>>({});
  const previews = usePreviews();
  const change = (key: string, more: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...more } : one)));
  const leave = (key: string) => setUploads((all) => all.filter((one) => one.key !== key));

  async function carry({ key, file, preview }: Upload) {
    change(key, { share: 0, error: undefined });
    try {
      const parcel = { key, file: await shrunk(file) };
      const id = await handIn(asker, href, parcel, (share) => change(key, { share }));
      setShown((before) => ({ ...before, [id]: { name: file.name, preview } }));
      onKept(id);
      leave(key);
    } catch (error) {
      change(key, { error });
    }
  }

  function take(files: readonly File[]) {
    const taken = files.map((file): Upload => ({ key: newKey(), file, preview: previews(file), share: 0 }));
    setUploads((all) => [...all, ...taken]);
    for (const upload of taken) void carry(upload);
  }

  return { uploads, shown, take, retry: (upload: Upload) => void carry(upload), leave };
}

/** Addresses of the pictures themselves; given back when the page goes. */
function usePreviews(): (file: File) => string | undefined {
  const made = useRef<string[]>([]);
  useEffect(() => () => made.current.splice(0).forEach((url) => URL.revokeObjectURL(url)), []);
  return (file) => {
    if (!file.type.startsWith('image/')) return undefined;
    const url = URL.createObjectURL(file);
    made.current.push(url);
    return url;
  };
}
