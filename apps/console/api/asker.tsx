import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asking } from './ask.ts';
import type { Ask, Asker } from './ask.ts';

const Token = createContext<string | undefined>(undefined);

/** Everything below asks with a receipt's token instead of the session's cookie. */
export const WithToken = ({ token, children }: { token: string; children: ReactNode }) => (
  <Token value={token}>{children}</Token>
);

/** Who asks on this page. */
export function useAsker(): Asker {
  const token = useContext(Token);
  const { i18n } = useTranslation();
  const language = i18n.language;
  return useMemo(() => ({ language, token }), [language, token]);
}

/** The way to the API for this page. */
export function useAsk(): Ask {
  const asker = useAsker();
  return useMemo(() => asking(asker), [asker]);
}
