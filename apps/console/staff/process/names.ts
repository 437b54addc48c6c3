// The processes as the catalogue describes them: names of steps and tasks in the reader's language,
// what was filled in, and the diagram.
import { useTranslation } from 'react-i18next';
import { catalog } from '../../../../workflows/catalog.ts';

type Title = { readonly zh: string; readonly en: string };

/** The process that a matter runs through, unless it says otherwise. */
export const USUAL = 'six-step';

/** Names of steps and tasks of a process; a code that the catalogue does not know stays as it is. */
export function useProcess(process = USUAL) {
  const { i18n } = useTranslation();
  const definition = catalog[process];
  const say = (title: Title | undefined, code: string) =>
    title === undefined ? code : i18n.language === 'en' ? title.en : title.zh;
  return {
    title: say(definition?.title, process),
    steps: (definition?.steps ?? []).map(({ name, title }) => ({ name, title: say(title, name) })),
    paths: (definition?.paths ?? []).map(([from, to, on]) => ({ from, to, on: say(on, '') })),
    step: (code: string) => say(definition?.steps.find(({ name }) => name === code)?.title, code),
    task: (kind: string) => say(definition?.tasks[kind]?.title, kind),
    ask: (kind: string) => say(definition?.tasks[kind]?.ask, ''),
    done: (kind: string, outcome: string) =>
      say(definition?.tasks[kind]?.completions.find(({ name }) => name === outcome)?.title, outcome),
  };
}
