import type { Language } from '../language.ts';

/** A row's name in the caller's language. */
export const titleOf = ({ name, nameEn }: { name: string; nameEn: string }, language: Language): string =>
  language === 'zh' ? name : nameEn;

/** SQL that finds a text anywhere in a name of either language; `parameter` holds what `likePattern` made. */
export const matches = (parameter: string, alias = ''): string =>
  `(${parameter}::text is null or ${alias}name ilike ${parameter} or ${alias}name_en ilike ${parameter})`;

/** A pattern for `ilike` in which nothing that was typed is special. */
export const likePattern = (text: string | undefined): string | null =>
  text === undefined ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
