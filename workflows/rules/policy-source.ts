import { z } from 'zod';
import { t } from './policy-said.ts';
import type { Sentence } from './sentence.ts';

/** Which text a value comes from: in both languages, or in what needs none (`our default`, or a citation such as `[003]`). */
export const Source = z.union([z.string(), z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })]);
export type Source = z.infer<typeof Source>;

const OURS = 'our default';
const CITATION = /^(\[\d{3}\]\s*)+$/;

/** Whether a source can be read in either language. */
export const isForBoth = (source: unknown): boolean =>
  typeof source !== 'string' || source === OURS || CITATION.test(source);

/** A source in words; what was put in force before sources had two languages stands as it was written. */
export function sourceSaid(source: Source): Sentence {
  if (typeof source !== 'string') return source;
  return source === OURS ? t('本系统默认值', OURS) : t(source, source);
}
