import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

const Text = z.string();

/** The name of a code out of a catalogue: `name('site', 'colour', 'red')`; the code itself where it has none. `gaps` fills `{{x}}`. */
export type NameOf = (
  namespace: string,
  list: string,
  code: string,
  gaps?: Readonly<Record<string, string>>,
) => string;

/** Names of what the API sends as codes. */
export function useName(): NameOf {
  const { i18n } = useTranslation();
  const language = i18n.language;
  return useCallback(
    (namespace, list, code, gaps = {}) => {
      const found = Text.safeParse(i18n.getResource(language, namespace, `${list}.${code}`));
      return found.success
        ? found.data.replace(/\{\{(\w+)\}\}/g, (_gap, name: string) => gaps[name] ?? '')
        : code;
    },
    [i18n, language],
  );
}
