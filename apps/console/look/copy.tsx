import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Puts a text on the clipboard and says so. */
export function Copy({ text, isSmall = false }: { text: string; isSmall?: boolean }) {
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
      <span role="status">{isCopied ? t('act.copied') : t('act.copy')}</span>
    </button>
  );
}
