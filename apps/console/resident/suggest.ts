import type { Option } from '../form/field.ts';

/** So many kinds are offered: they fit on one screen of a phone. */
const MOST = 3;

/** A word that is part of the kind's own name says more than one of its group's. */
const OWN = 3;

/**
 * The kinds that what somebody writes may be about, the likeliest first: by pieces of two characters in Chinese, by the
 * beginnings of words else. None where nothing fits; a person chooses.
 */
export function suggested(written: string, kinds: readonly Option[]): Option[] {
  const said = piecesOf(written);
  const found = kinds.flatMap((kind) => {
    const score = OWN * shared(kind.title, said) + shared(kind.group ?? '', said);
    return score > 0 ? [{ kind, score }] : [];
  });
  return found
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ kind }) => kind);
}

const shared = (title: string, said: ReadonlySet<string>): number =>
  [...piecesOf(title)].filter((piece) => said.has(piece)).length;

function piecesOf(text: string): Set<string> {
  const runs = text.match(/\p{Script=Han}+/gu) ?? [];
  const pairs = runs.flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_none, i) => run.slice(i, i + 2)),
  );
  const words = text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  return new Set([...pairs, ...words.map((word) => word.replace(/s$/, '').slice(0, 5))]);
}
