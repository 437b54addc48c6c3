import { App } from 'antd';
import { useState } from 'react';
import { fileAt } from '../../api/ask.ts';
import { useAsker } from '../../api/asker.tsx';
import { useSentence } from '../../look/trouble.tsx';

/** A file on its way from the API: where it lies, and how it is called when it is kept. */
type Wanted = { href: string; name: string; isOpened?: boolean };

/** So long a file that was opened stays readable. Milliseconds. */
const KEPT = 10 * 60_000;

/** Fetches a file in the reader's language and hands it to the browser, to be kept or opened; what went wrong is said. */
export function useSave(): { save: (wanted: Wanted) => Promise<void>; isSaving: boolean } {
  const asker = useAsker();
  const sentence = useSentence();
  const { message } = App.useApp();
  const [isSaving, setSaving] = useState(false);
  const save = async ({ href, name, isOpened = false }: Wanted) => {
    setSaving(true);
    try {
      hand(URL.createObjectURL(await fileAt(asker, href)), name, isOpened);
    } catch (error) {
      void message.error(sentence(error), 8);
    } finally {
      setSaving(false);
    }
  };
  return { save, isSaving };
}

function hand(url: string, name: string, isOpened: boolean): void {
  const link = document.createElement('a');
  Object.assign(
    link,
    isOpened ? { href: url, target: '_blank', rel: 'noopener' } : { href: url, download: name },
  );
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
