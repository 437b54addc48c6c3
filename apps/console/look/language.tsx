import { useTranslation } from 'react-i18next';
import { speak } from '../text/i18n.ts';

/** Reads on in the other language. */
export function LanguageButton() {
  const { t, i18n } = useTranslation();
  const other = i18n.language === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="quiet"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => void speak(other)}
    >
      {t('language.other')}
    </button>
  );
}
