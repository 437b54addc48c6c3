import type { ProcessDefinition } from '../../../workflows/process/definition.ts';
import type { State } from '../../../workflows/process/state.ts';
import type { Language } from '../language.ts';
import { oneOf, said } from './said.ts';

/** What a sentence about an entry needs to know besides the entry. */
export type Telling = {
  language: Language;
  definition: ProcessDefinition;
  /** As far as it has been read: names of tasks, cards and requests come from here. */
  state: Pick<State, 'tasks' | 'cards' | 'requests' | 'items'>;
  /** What an id of a unit or person is called. */
  named: (id: string) => string | undefined;
  /** The number that recording the entry gave out. */
  number?: string;
};

export const book = ({ language }: Telling) => said[language];

/** What a task is called, by its local id. */
export function taskTitle(id: string | undefined, telling: Telling): string {
  const kind = id === undefined ? undefined : telling.state.tasks[id]?.kind;
  if (kind === undefined) return book(telling).whole;
  return telling.definition.tasks[kind]?.title[telling.language] ?? kind;
}

/** The name of an act, a way to finish or an ending, where the process has one of its own. */
export function wordOf(code: string, telling: Telling): string {
  const { definition, language } = telling;
  const ways = Object.values(definition.tasks).flatMap(({ completions }) => completions);
  const own = [...ways, ...definition.acts].find(({ name }) => name === code);
  return own?.title[language] ?? oneOf(book(telling).word, code);
}

export function itemTitle(id: string, telling: Telling): string {
  const { definition, state, language, number } = telling;
  const kind = state.items[id]?.kind ?? '';
  const title = definition.items?.[kind]?.[language] ?? kind;
  return `${title} ${number ?? `#${id.replace(/\D/g, '')}`}`.trim();
}

/** What a step is called. */
export const stepTitle = (step: string, { definition, language }: Telling): string =>
  definition.steps.find(({ name }) => name === step)?.title[language] ?? step;
