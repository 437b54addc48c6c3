import type { Ladder, Rung } from './ladder.ts';
import { changed, mapOf, pairsOf } from './policy-change.ts';
import { plainText } from './policy-leaves.ts';
import { partsOf, rungSaid } from './policy-rung-said.ts';
import { joined, t } from './policy-said.ts';
import type { Policy } from './policy.ts';
import type { Sentence } from './sentence.ts';

/** What is another with the ladders: new and gone ones whole, else only what differs of each rung. */
export function laddersChanged(old: Policy['ladders'], own: Policy['ladders']): Sentence[] {
  return pairsOf(mapOf(old), mapOf(own)).flatMap(([name, before, now]) => {
    if (before !== undefined && now !== undefined) return rungsChanged(name, before, now);
    const rungs = (before ?? now ?? []).map(rungSaid);
    const label = ladderSaid(name);
    const verb = before === undefined ? t('新增', 'New') : t('取消', 'No longer');
    const list = joined(rungs, '；', '; ');
    return [t(`${verb.zh}${label.zh}：${list.zh}`, `${verb.en}, ${label.en}: ${list.en}`)];
  });
}

const ladderSaid = (name: string): Sentence => t(`督办阶梯“${name}”`, `ladder “${name}”`);

function rungsChanged(name: string, old: Ladder, own: Ladder): Sentence[] {
  const byName = (ladder: Ladder) => new Map(ladder.map((rung) => [rung.rung, rung]));
  const title = ladderSaid(name);
  const sentences = pairsOf(byName(old), byName(own)).map(([rung, before, now]) => {
    const label = t(`${title.zh}的“${rung}”`, `Rung “${rung}” of the ${title.en}`);
    return changed(label, ...differingParts(before, now));
  });
  const order = (ladder: Ladder, other: Ladder) =>
    ladder.map(({ rung }) => rung).filter((rung) => byName(other).has(rung));
  const [first, second] = [order(old, own), order(own, old)];
  if (plainText(first) === plainText(second)) return sentences;
  const label = t(`${title.zh}各级的先后`, `Order of the rungs of the ${title.en}`);
  return [...sentences, changed(label, namesSaid(first), namesSaid(second))];
}

const namesSaid = (names: readonly string[]): Sentence =>
  joined(names.map((name) => t(`“${name}”`, `“${name}”`)));

/** Of two rungs only what differs. */
function differingParts(before: Rung | undefined, now: Rung | undefined): [Sentence?, Sentence?] {
  if (before === undefined || now === undefined) return [before && rungSaid(before), now && rungSaid(now)];
  const pairs = pairsOf(mapOf(partsOf(before)), mapOf(partsOf(now)));
  const side = (parts: (Sentence | undefined)[]) => {
    const there = parts.filter((part) => part !== undefined);
    return there.length === 0 ? undefined : joined(there, '，', ', ');
  };
  return [side(pairs.map(([, old]) => old)), side(pairs.map(([, , own]) => own))];
}
