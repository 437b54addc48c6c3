import { catalog } from '../../../workflows/catalog.ts';
import type { Language } from '../language.ts';
import type { Shown } from '../matters/shown.ts';

type Task = Shown['tasks'][number];

/** The tasks that were completed, in order. */
export const doneIn = ({ tasks }: Pick<Shown, 'tasks'>): Task[] =>
  tasks
    .filter(({ doneAt }) => doneAt !== null)
    .sort((a, b) => Date.parse(a.doneAt ?? '') - Date.parse(b.doneAt ?? ''));

/** What was last filled in under a name, as far as the reader may see it. */
export function lastSaid(matter: Pick<Shown, 'tasks'>, name: string): string | null {
  const said = doneIn(matter).flatMap(({ form }) => {
    const value = form?.[name];
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
  return said.at(-1) ?? null;
}

/** How a task was completed, in the words of its button. */
export function outcomeOf(process: string, { kind, outcome }: Task, language: Language): string | null {
  const ways = catalog[process]?.tasks[kind]?.completions ?? [];
  return ways.find(({ name }) => name === outcome)?.title[language] ?? outcome;
}

/** Who did it: the unit, and the person where the reader may know. */
export const handIn = ({ by }: Task): string =>
  [by?.unit?.title, by?.person?.title].filter((part) => part !== undefined).join(' ');
