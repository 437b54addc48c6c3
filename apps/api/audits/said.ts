import type { Language } from '../language.ts';
import { en } from './said-en.ts';
import { zh } from './said-zh.ts';
import type { Same } from './same.ts';

/** The same sentences in each language. */
type Said = Same<typeof zh>;

/** The sentences of an audit by language. */
export const said: Readonly<Record<Language, Said>> = { zh, en };

type Gaps = Readonly<Record<string, string | undefined>>;

/** A sentence with its gaps filled; a gap that nobody fills stays empty. */
export const filled = (sentence: string, gaps: Gaps): string =>
  sentence.replace(/\{(\w+)\}/g, (_gap, name: string) => gaps[name] ?? '');

/** The sentence of a list for a code; the code itself where the list has none. */
export const oneOf = (list: Readonly<Record<string, string>>, code: string): string => list[code] ?? code;
