// The difference of two packs in sentences that a clerk understands. Every value of both is looked at, so nothing that
// differs is left unsaid.
import { changed, mapOf, pairsOf } from './policy-change.ts';
import { laddersChanged } from './policy-diff-ladders.ts';
import { labelOf } from './policy-labels.ts';
import { leavesOf, plainText } from './policy-leaves.ts';
import { numberSaid, processSaid } from './policy-process-labels.ts';
import { joined, t, valueSaid } from './policy-said.ts';
import { sourceSaid } from './policy-source.ts';
import type { Source } from './policy-source.ts';
import type { Policy } from './policy.ts';
import type { Sentence } from './sentence.ts';

export type Language = keyof Sentence;

/** What is another in `b` than it was in `a`, in the order of a pack; nothing when they are the same. */
export function differenceOf(a: Policy, b: Policy, language: Language): string[] {
  const { ladders: oldLadders, processes: oldProcesses, sources: oldSources, ...old } = a;
  const { ladders, processes, sources, ...own } = b;
  return [
    ...changesOf(old, own, []),
    ...laddersChanged(oldLadders, ladders),
    ...processesChanged(oldProcesses, processes),
    ...sourcesChanged(oldSources, sources),
  ].map((sentence) => sentence[language]);
}

function changesOf(old: unknown, own: unknown, prefix: readonly string[]): Sentence[] {
  return pairsOf(valuesIn(old), valuesIn(own)).map(([key, before, now]) => {
    const keys = (now ?? before)?.keys ?? [key];
    return changed(labelOf([...prefix, ...keys]), ...apart(before?.value, now?.value));
  });
}

/** A source is one thing, in however many languages it is said. */
const sourcesChanged = (old: Policy['sources'], own: Policy['sources']): Sentence[] =>
  pairsOf(mapOf(old), mapOf(own)).map(([path, before, now]) =>
    changed(labelOf(['sources', path]), sourceIn(before), sourceIn(now)),
  );

const sourceIn = (source: Source | undefined): Sentence | undefined =>
  source === undefined ? undefined : sourceSaid(source);

/** An empty mapping says nothing; whether a process is listed at all is looked at by itself. */
const valuesIn = (value: unknown) =>
  new Map(
    leavesOf(value)
      .filter((leaf) => plainText(leaf.value) !== '{}')
      .map((leaf) => [JSON.stringify(leaf.keys), leaf] as const),
  );

/** Two values in words; as they are written where the words would be the same. */
function apart(before: unknown, now: unknown): [Sentence | undefined, Sentence | undefined] {
  const [old, own] = [said(before), said(now)];
  if (old?.zh !== own?.zh && old?.en !== own?.en) return [old, own];
  return [asWritten(before), asWritten(now)];
}

const said = (value: unknown): Sentence | undefined => (value === undefined ? undefined : valueSaid(value));

const asWritten = (value: unknown): Sentence => t(plainText(value), plainText(value));

function processesChanged(old: Policy['processes'], own: Policy['processes']): Sentence[] {
  return pairsOf(mapOf(old), mapOf(own)).flatMap(([name, before, now]) => {
    if (before !== undefined && now !== undefined) return changesOf(before, now, ['processes', name]);
    const numbers = leavesOf(before ?? now).filter(({ keys }) => keys.length > 0);
    const all = numbers.map(({ keys, value }) => named(numberSaid(name, keys), valueSaid(value)));
    const list = all.length === 0 ? t('', '') : joined([t('', ''), ...all], '；', '; ');
    const title = processSaid(name);
    const verb = before === undefined ? t('新增流程', 'New process') : t('取消流程', 'Process no longer run');
    return [t(`${verb.zh}：${title.zh}${list.zh}`, `${verb.en}: ${title.en}${list.en}`)];
  });
}

const named = (label: Sentence, value: Sentence): Sentence =>
  t(`${label.zh} ${value.zh}`, `${label.en}: ${value.en}`);
