import { useTranslation } from 'react-i18next';

type Props = { isSending: boolean; files: number; title: string };

/** The button that sends a form: it says what it does, or what it waits for. `files`: how many are still on their way. */
export function SendButton({ isSending, files, title }: Props) {
  const { t } = useTranslation();
  const waiting = files > 0 ? t('form.busy') : t('act.sending');
  const isWaiting = isSending || files > 0;
  return (
    <button type="submit" className="button primary" aria-disabled={isWaiting}>
      {isWaiting ? waiting : title}
    </button>
  );
}
