import type { Author, Entry } from '../../../workflows/process/event.ts';
import { answeredUpTo } from './commands.ts';
import type { CommandRow } from './commands.ts';

/** What one hand did in one moment: the entries of one act. */
type Deed = { by: Author; at: string; seqs: number[] };

/** Which act caused which entry. `orphans`: entries by a person that no accepted act explains; `idle`: accepted acts without one. */
export type Causes = {
  commandOf: ReadonlyMap<number, string>;
  orphans: readonly number[];
  idle: readonly CommandRow[];
};

/** Whether the act's answer went so far that it may have made the deed, and not as far as the same hand's next one. */
const mayBeOf = (upTo: number, deed: Deed, next: Deed | undefined): boolean =>
  upTo >= (deed.seqs.at(-1) ?? 0) && (next === undefined || upTo < (next.seqs[0] ?? 0));

/** Matches accepted acts with entries: by hand and by how far the answer to the act went. */
export function causesOf(entries: readonly Entry[], commands: readonly CommandRow[]): Causes {
  const acts = commands.filter(({ act, status }) => act !== undefined && status === 'accepted');
  const deeds = deedsIn(entries);
  const commandOf = new Map<number, string>();
  const taken = new Set<string>();
  deeds.forEach((deed, i) => {
    const next = deeds.slice(i + 1).find((one) => isSame(one.by, deed.by));
    const own = acts.filter(
      (row) => row.act && isSame(row.act.actor, deed.by) && mayBeOf(answeredUpTo(row) ?? 0, deed, next),
    );
    own.forEach(({ id }) => taken.add(id));
    const [first] = own;
    if (first !== undefined) deed.seqs.forEach((seq) => commandOf.set(seq, first.id));
  });
  const orphans = deeds.flatMap(({ seqs }) => seqs).filter((seq) => !commandOf.has(seq));
  return { commandOf, orphans, idle: acts.filter(({ id }) => !taken.has(id)) };
}

/** Each entry by a person, with those that the same hand made in the same moment; other processes have no hand. */
function deedsIn(entries: readonly Entry[]): Deed[] {
  const deeds: Deed[] = [];
  for (const { seq, at, by } of entries) {
    if (by === undefined || by.role === 'system') continue;
    const known = deeds.find((deed) => deed.at === at && isSame(deed.by, by));
    if (known === undefined) deeds.push({ by, at, seqs: [seq] });
    else known.seqs.push(seq);
  }
  return deeds;
}

type Hand = Pick<Author, 'person' | 'role'>;

const isSame = (one: Hand, other: Hand): boolean => one.person === other.person && one.role === other.role;

/** What the clocks do by themselves. */
const isStruck = ({ event }: Entry): boolean =>
  event.type === 'rungReached' || (event.type === 'taskEnded' && event.how === 'expired');

/** Entries of moments in which nobody acted and no clock struck: nothing explains them. */
export function unexplained(entries: readonly Entry[]): number[] {
  const explained = new Set(
    entries
      .filter((entry) => entry.seq === 1 || entry.by !== undefined || isStruck(entry))
      .map(({ at }) => at),
  );
  return entries.filter(({ at }) => !explained.has(at)).map(({ seq }) => seq);
}
