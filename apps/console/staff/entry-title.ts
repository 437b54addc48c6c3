import { useTranslation } from 'react-i18next';
import type { Entry } from './entry.ts';

/** What a line of the navigation is called: by the catalogue of words, or by the process whose desk it is. */
export function useEntryTitle(): (entry: Entry) => string {
  const { t, i18n } = useTranslation('staff');
  return ({ title }) =>
    typeof title === 'string' ? t(`nav.${title}`) : i18n.language === 'en' ? title.en : title.zh;
}
