import { catalog } from '../../../workflows/catalog.ts';
import { termOf } from '../documents/terms.ts';
import type { Language } from '../language.ts';
import { whatTitles } from '../register/record-words.ts';
import { roleTitles, titled } from '../register/title.ts';
import { codes } from './codes.ts';
import { choiceWords } from './filter-words.ts';

type Say = (value: string, language: Language) => string;

const inTerms =
  (...lists: Parameters<typeof termOf>[0][]): Say =>
  (value, language) =>
    lists.map((list) => termOf(list, value, language)).find((word) => word !== value) ?? value;

const inWords =
  (words: Parameters<typeof titled>[0]): Say =>
  (value, language) =>
    titled(words, value, language).title;

const stepTitles = Object.fromEntries(
  Object.values(catalog).flatMap(({ steps }) => steps.map(({ name, title }) => [name, title])),
);

/** Filters that choose out of a list of their own. */
const own: Readonly<Record<string, Say>> = {
  ...Object.fromEntries(Object.entries(codes).map(([list, words]) => [list, inWords(words)])),
  status: inTerms('status'),
  colour: inTerms('colour'),
  card: inTerms('card'),
  ending: inTerms('ending'),
  level: inTerms('card', 'level'),
  process: (value, language) => catalog[value]?.title[language] ?? value,
  ...Object.fromEntries(['step', 'standing', 'again'].map((filter) => [filter, inWords(stepTitles)])),
  path: (value, language) =>
    value
      .split('-')
      .map((step) => inWords(stepTitles)(step, language))
      .join(' → '),
  role: inWords(roleTitles),
  what: inWords(whatTitles),
};

/** What a filter asks for, in words; as it was asked where there are none. */
export function filterSaid(filter: string, value: string, language: Language): string {
  const word = own[filter]?.(value, language) ?? value;
  return word === value ? inTerms('isTrue')(inWords(choiceWords)(value, language), language) : word;
}
