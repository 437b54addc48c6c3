import { termOf } from '../documents/terms.ts';
import type { Language } from '../language.ts';

type Standing = { status: string; step: { title: string } | null; ending: string | null };

/** Where something stands, in a word: how it ended, else its step, else its status. */
export const standing = ({ status, step, ending }: Standing, language: Language): string | null =>
  termOf('ending', ending, language) ?? step?.title ?? termOf('status', status, language);
