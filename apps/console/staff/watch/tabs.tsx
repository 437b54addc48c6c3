import { useAddress } from '../list/filter-bar.tsx';

export type Tab = { value: string; title: string; count?: number | undefined };

type Props = {
  label: string;
  /** Where the choice stands in the address; the first is meant when it is not there. */
  name: string;
  tabs: readonly Tab[];
  /** What no longer holds when another is chosen. */
  clears?: readonly string[];
  isLarge?: boolean;
};

/** One of several views, each with how much is in it. */
export function Tabs({ label, name, tabs, clears = [], isLarge = false }: Props) {
  const { search, set } = useAddress();
  const shown = search.get(name) ?? tabs[0]?.value;
  const cleared = Object.fromEntries(clears.map((one) => [one, undefined]));
  return (
    <div className={isLarge ? 'figures' : 'tallies'} role="group" aria-label={label}>
      {tabs.map(({ value, title, count }, i) => (
        <button
          key={value}
          type="button"
          className={isLarge ? 'figure' : 'tally'}
          aria-pressed={shown === value}
          onClick={() => set({ ...cleared, [name]: i === 0 ? undefined : value })}
        >
          <span>{title}</span>
          {(isLarge || count !== undefined) && <b>{count ?? '–'}</b>}
        </button>
      ))}
    </div>
  );
}
