import type { Title } from '../../../workflows/process/field.ts';
import { inLanguage } from '../../../workflows/words/in-language.ts';
import type { InLanguage, Words } from '../../../workflows/words/in-language.ts';

type Language = keyof Title;

/** Words of the field as a part of a catalogue: in one language, with the gaps as i18next writes them. */
export function spoken<T extends Words>(words: T, language: Language): InLanguage<T>;
export function spoken(words: Words, language: Language): Readonly<Record<string, string>> {
  const said = Object.entries(inLanguage(words, language));
  return Object.fromEntries(said.map(([code, sentence]) => [code, sentence.replace(/\{(\w+)\}/g, '{{$1}}')]));
}

/** A sentence made of each word of a list. */
export function each<T extends Words>(
  words: T,
  language: Language,
  say: (word: string) => string,
): InLanguage<T>;
export function each(
  words: Words,
  language: Language,
  say: (word: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(inLanguage(words, language)).map(([code, word]) => [code, say(word)]),
  );
}
