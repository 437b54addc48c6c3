import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Puts a text on the clipboard and says so. `title`: what the button says where there is more than one thing to copy. */
export function Copy({ text, title, isSmall = false }: { text: string; title?: string; isSmall?: boolean }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  }
  return (
    <button
      type="button"
      className={isSmall ? 'quiet no-print' : 'button no-print'}
      onClick={() => void copy()}
    >
      <span role="status">{isCopied ? t('act.copied') : (title ?? t('act.copy'))}</span>
    </button>
  );
}
