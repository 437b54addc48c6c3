import { plainText } from './policy-leaves.ts';
import { t } from './policy-said.ts';
import type { Sentence } from './sentence.ts';

/** What differs of two collections, by key: before and now, of which one may be missing. */
export function pairsOf<T>(old: ReadonlyMap<string, T>, own: ReadonlyMap<string, T>) {
  const keys = [...new Set([...old.keys(), ...own.keys()])];
  return keys
    .map((key) => [key, old.get(key), own.get(key)] as const)
    .filter(([, before, now]) => plainText(before) !== plainText(now));
}

/** One thing that is new, gone, or another than it was. */
export function changed(label: Sentence, before: Sentence | undefined, now: Sentence | undefined): Sentence {
  if (before === undefined) return t(`${label.zh}：新增，${now?.zh}`, `${label.en}: new, ${now?.en}`);
  if (now === undefined)
    return t(`${label.zh}：取消（原为${before.zh}）`, `${label.en}: no longer (was ${before.en})`);
  return t(
    `${label.zh}：由${spaced(before.zh)}改为${spaced(now.zh)}`.trimEnd(),
    `${label.en}: from ${before.en} to ${now.en}`,
  );
}

/** Chinese leaves a space before and after letters and digits. */
const spaced = (text: string): string =>
  text.replace(/^(?=[\x21-\x7e])/, ' ').replace(/(?<=[\x21-\x7e])$/, ' ');

export const mapOf = <T>(record: Readonly<Record<string, T>>): Map<string, T> =>
  new Map(Object.entries(record));
