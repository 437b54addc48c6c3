// How alike two problems are, so that the same one in many places is found 共性问题 [003]. A person confirms it.
import { DAY_MS } from './local-time.ts';

/** What is compared: the code of its kind (`group.kind`), what was said as plain text, and when. */
export interface Likened {
  readonly kind: string;
  readonly words: string;
  readonly at: Date;
}

/** How much the kind counts by itself, and after how many days half of the likeness is gone. */
const KIND_SHARE = 0.3;
const HALF_AFTER = 180;

/**
 * From 0, nothing in common, to 1, the same: kind and words, less the further they lie apart in time. Symmetric. Words
 * count half where the kinds have nothing in common: of everything people say that it is broken and nobody mends it.
 */
export function alike(one: Likened, other: Likened): number {
  const days = Math.abs(one.at.getTime() - other.at.getTime()) / DAY_MS;
  const kind = kindLikeness(one.kind, other.kind);
  const words = (wordLikeness(one.words, other.words) * (1 + kind)) / 2;
  return ((KIND_SHARE * kind + (1 - KIND_SHARE) * words) * HALF_AFTER) / (HALF_AFTER + days);
}

function kindLikeness(one: string, other: string): number {
  if (one === other) return 1;
  return one.split('.')[0] === other.split('.')[0] ? 0.5 : 0;
}

/** Pairs of neighbouring characters that both have, as a share of all that they have (Dice). */
function wordLikeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.size + b.size === 0) return 1;
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / (a.size + b.size);
}

/** The pairs of a text without its blanks and signs; of a single character, that character. */
function pairsOf(text: string): Set<string> {
  const signs = Array.from(text.toLowerCase().replaceAll(/[\s\p{P}\p{S}]/gu, ''));
  if (signs.length === 1) return new Set(signs);
  return new Set(signs.slice(1).map((sign, i) => `${signs[i]}${sign}`));
}
