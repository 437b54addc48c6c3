// The processes as the catalogue describes them: names of steps and tasks in the reader's language,
// what was filled in, and the diagram.
import { useTranslation } from 'react-i18next';
import { catalog } from '../../../../workflows/catalog.ts';
import type { Option } from '../../form/field.ts';
import { useName } from '../../text/name.ts';
import { factNotes } from './notes.ts';

type ProcessDefinition = (typeof catalog)[string];

type Title = { readonly zh: string; readonly en: string };

/** The process that a matter runs through, unless it says otherwise. */
export const USUAL = 'six-step';

type Say = (title: Title | undefined, code: string) => string;

/** A pair of names in the reader's language; the code where there is none. */
function useSay(): Say {
  const { i18n } = useTranslation();
  return (title, code) => (title === undefined ? code : i18n.language === 'en' ? title.en : title.zh);
}

/** What stands in for a process that the catalogue does not know. */
const NONE = {
  steps: [],
  paths: [],
  tasks: {},
  acts: [],
  items: {},
  isMatter: undefined,
  letterOf: undefined,
};

/** Names of steps, tasks and things of a process; a code that the catalogue does not know stays as it is. */
export function useProcess(process = USUAL) {
  const say = useSay();
  const name = useName();
  const definition = catalog[process];
  const { steps, paths, tasks, acts, items = {}, isMatter, letterOf }: Described = definition ?? NONE;
  const titled = (list: Readonly<Record<string, Title>>) =>
    Object.entries(list).map(([kind, title]) => ({ kind, title: say(title, kind) }));
  return {
    title: say(definition?.title, process),
    isMatter: isMatter === true,
    /** Numbered things on its list are letters, which have a form of their own. */
    hasLetters: letterOf !== undefined,
    steps: steps.map((step) => ({ name: step.name, title: say(step.title, step.name) })),
    paths: paths.map(([from, to, on]) => ({ from, to, on: say(on, '') })),
    items: titled(items),
    step: (code: string) => say(steps.find((step) => step.name === code)?.title, code),
    task: (kind: string) => say(tasks[kind]?.title, kind),
    done: (kind: string, outcome: string) =>
      say(tasks[kind]?.completions.find((way) => way.name === outcome)?.title, outcome),
    /** What another kind of process is called. */
    other: (code: string) => say(catalog[code]?.title, code),
    /** An act of this kind of process alone. */
    isOwnAct: (code: string) => acts.some((act) => act.name === code),
    /** A word that only this process has: an act, a way to finish, a choice in a form, or an ending. */
    word: (code: string) => say(wordsOf(definition)[code], name('process', 'word', code)),
  };
}

type Described = Pick<
  ProcessDefinition,
  'steps' | 'paths' | 'tasks' | 'acts' | 'items' | 'isMatter' | 'letterOf'
>;

/** Whatever a process has named, by its code. */
function wordsOf(definition: ProcessDefinition | undefined): Readonly<Record<string, Title>> {
  if (definition === undefined) return {};
  const choices = Object.values(factNotes(definition.name)).flatMap((note) =>
    Object.entries(note.choices ?? {}),
  );
  const ways = Object.values(definition.tasks).flatMap(({ completions }) => completions);
  const named = [...ways, ...definition.acts].map(({ name, title }): [string, Title] => [name, title]);
  return Object.fromEntries([...choices, ...named]);
}

/** The kinds of processes that are no matters, as the catalogue lists them. */
export function useKinds(): readonly {
  name: string;
  title: string;
  items: Readonly<Record<string, string>>;
}[] {
  const say = useSay();
  return Object.values(catalog)
    .filter(({ isMatter }) => isMatter !== true)
    .map(({ name, title, items = {} }) => ({
      name,
      title: say(title, name),
      items: Object.fromEntries(Object.entries(items).map(([kind, its]) => [kind, say(its, kind)])),
    }));
}

/** How a process or a thing on its list ended, in words. */
export function useEnding(): (process: string, code: string) => string {
  const say = useSay();
  const name = useName();
  return (process, code) => {
    const own = say(wordsOf(catalog[process])[code], name('process', 'word', code));
    return own === code || catalog[process]?.isMatter === true ? name('term', 'ending', code) : own;
  };
}

/** The steps of all kinds of processes, each in the group of its kind; a step of the same name stands once. */
export function useSteps(): readonly Option[] {
  const say = useSay();
  const all = Object.values(catalog).flatMap(({ title, steps }) =>
    steps.map((step) => ({ value: step.name, title: say(step.title, step.name), group: say(title, '') })),
  );
  return all.filter(({ value }, i) => all.findIndex((step) => step.value === value) === i);
}

/** What a kind of task is called, whatever process it is of. */
export function useTaskTitle(): (kind: string) => string {
  const say = useSay();
  const titles = Object.values(catalog).map(({ tasks }) => tasks);
  return (kind) => say(titles.find((tasks) => tasks[kind] !== undefined)?.[kind]?.title, kind);
}
