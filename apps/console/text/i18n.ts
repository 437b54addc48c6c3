// What people read, in Chinese and in English: one catalogue per part of the console and language.
// zh/ comes first, en/ has the same keys; a test finds keys that are missing or that nothing uses.
import i18next from 'i18next';
import type { BackendModule } from 'i18next';
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

const work = {
  zh: async () => (await import('./zh/work.ts')).work,
  en: async () => (await import('./en/work.ts')).work,
};

/** Brings the staff's parts in one language at a time: nobody reads both. */
const parts: BackendModule = {
  type: 'backend',
  init() {},
  read(language, part, take) {
    const all = language === 'en' ? work.en : work.zh;
    all().then(
      (texts) => take(null, Object.fromEntries(Object.entries(texts))[part]),
      (error: unknown) => take(String(error), null),
    );
  },
};

/** Starts the catalogues; the residents' part is there at once, the staff's comes with its pages. */
export async function startTexts(): Promise<void> {
  i18next.use(initReactI18next).use(parts);
  i18next.on('languageChanged', tellDocument);
  await i18next.init({
    lng: firstLanguage(),
    supportedLngs: ['zh', 'en'],
    fallbackLng: false,
    ns: ['site'],
    defaultNS: 'site',
    partialBundledLanguages: true,
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
