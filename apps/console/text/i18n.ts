// What people read, in Chinese and in English: one catalogue per part of the console and language.
// zh/ comes first, en/ has the same keys; a test finds keys that are missing or that nothing uses.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { site as en } from './en/site.ts';
import { site as zh } from './zh/site.ts';

const KEPT = 'minqing language';

export type Language = 'zh' | 'en';

/** The language the reader chose here before, else that of the browser; Chinese unless it is English. */
function firstLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

/** Starts the catalogues; the residents' part is there at once, the staff's comes with its pages. */
export async function startTexts(): Promise<void> {
  i18next.use(initReactI18next);
  i18next.on('languageChanged', tellDocument);
  await i18next.init({
    lng: firstLanguage(),
    supportedLngs: ['zh', 'en'],
    fallbackLng: false,
    defaultNS: 'site',
    resources: { zh: { site: zh }, en: { site: en } },
    interpolation: { escapeValue: false }, // React escapes
  });
}

/** Reads on in the other language, now and next time. */
export async function speak(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language);
  await i18next.changeLanguage(language);
}

function tellDocument(language: string): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}
