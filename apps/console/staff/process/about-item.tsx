import type { Item, Proceeding } from '../../api/matters.ts';

/** What was said of a thing on a list; else whom it asks for, or what it is. */
export const wordsOf = ({ kind, unit, facts: { words } }: Item): string =>
  typeof words === 'string' ? words : (unit?.title ?? kind.title);

/** The how-manieth on the list it is: ids end in a running number. */
export const orderOf = (id: string): string => /\d+$/.exec(id)?.[0] ?? '';

/** What on the list something is about. */
export function AboutItem({ of, id }: { of: Proceeding; id: string | null | undefined }) {
  const item = of.items.find((one) => one.id === id);
  if (item === undefined) return null;
  return <p className="about-item said">{`${item.number ?? `#${orderOf(item.id)}`} ${wordsOf(item)}`}</p>;
}
