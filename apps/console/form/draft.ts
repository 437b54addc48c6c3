import { z } from 'zod';
import { newKey } from '../api/key.ts';
import { Values } from './values.ts';

/** Unsent words of one form; `key` belongs to the body that was last sent, so that a retry is the same act. */
const Draft = z.object({ values: Values, key: z.string().optional(), sent: z.string().optional() });
export type Draft = z.infer<typeof Draft>;

const nameOf = (form: string): string => `minqing draft ${form}`;

/** What was written into this form before the page was loaded again. */
export function readDraft(form: string): Draft {
  const parsed = Draft.safeParse(jsonOf(sessionStorage.getItem(nameOf(form))));
  return parsed.success ? parsed.data : { values: {} };
}

/** Keeps what is written, in this tab only and until it is closed. */
export function keepDraft(form: string, draft: Draft): void {
  try {
    sessionStorage.setItem(nameOf(form), JSON.stringify(draft));
  } catch {
    // Storage is full or switched off: the form works as well, its words only do not outlive a reload.
  }
}

/** It was sent: nothing is left to keep. */
export const dropDraft = (form: string): void => sessionStorage.removeItem(nameOf(form));

/** The key for a body: that of the last try when the same is sent again, else a new one. */
export const keyFor = ({ key, sent }: Draft, body: string): string =>
  key !== undefined && sent === body ? key : newKey();

function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null; // not ours: treated as empty by the schema
  }
}

const ACCOUNT = 'minqing account';

/** Whoever signs in finds their own unsent words, and nobody else's. */
export function keepDraftsOf(account: string): void {
  const before = sessionStorage.getItem(ACCOUNT);
  if (before !== null && before !== account) sessionStorage.clear();
  sessionStorage.setItem(ACCOUNT, account);
}
