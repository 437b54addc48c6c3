import type { Title } from '../process/field.ts';

/** A list of words or sentences by their codes. */
export type Words = Readonly<Record<string, Title>>;

/** The same list in one language. */
export type InLanguage<T extends Words> = { readonly [K in keyof T]: string };

/** The words of a list in one language, under the same codes. */
export function inLanguage<T extends Words>(words: T, language: keyof Title): InLanguage<T>;
export function inLanguage(words: Words, language: keyof Title): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(words).map(([code, title]) => [code, title[language]]));
}
