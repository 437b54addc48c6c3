import type { Language } from '../language.ts';
import { en } from './en.ts';
import { registerEn } from './register-en.ts';
import { registerZh } from './register-zh.ts';
import { rulesEn } from './rules-en.ts';
import { rulesZh } from './rules-zh.ts';
import type { Sentence } from './words.ts';
import { zh } from './zh.ts';

type Facts = Readonly<Record<string, string | number>>;

/** Every code with its words, per language; a test holds that both have the same. */
export const books: Record<Language, Readonly<Record<string, Sentence>>> = {
  zh: { ...zh, ...registerZh, ...rulesZh },
  en: { ...en, ...registerEn, ...rulesEn },
};

/** Title and sentence for a code, with the gaps filled; `otherwise` is used for a code without words of its own. */
export function sentenceFor(language: Language, code: string, otherwise: string, facts: Facts): Sentence {
  const book = books[language];
  const [title, detail] = book[code] ?? book[otherwise] ?? [code, code];
  return [title, filled(detail, { code, ...facts })];
}

const filled = (text: string, facts: Facts) =>
  text.replace(/\{(\w+)\}/g, (gap, name: string) => String(facts[name] ?? gap));
