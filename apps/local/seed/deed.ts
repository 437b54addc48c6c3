import type { TownIds } from '../../../prisma/catalogue.ts';
import { openOf } from './matter.ts';
import type { Matter } from './matter.ts';

/** One act on the way of a matter. `on`: the kind of task that it is done on, or the reporter's own. */
export type Deed = {
  act: string;
  on: string;
  input: Record<string, unknown>;
  /** The second time that the same is done on the same task. */
  isAgain?: boolean;
  /** Done for good: what comes before it need not be looked at again. */
  isDone: (matter: Matter) => boolean;
  /** An act that comes as often as it is needed, perhaps never. */
  isNeeded?: (matter: Matter) => boolean;
};

/** What the acts are filled in with: ids for the codes of the demo data, the matter that one is merged into. */
export type Names = { ids: TownIds; into: string | undefined; now: Date };

/** Done once, and seen by what came of the task. */
export const once = (act: string, on: string, input: object = {}): Deed => ({
  ...{ act, on, input: { ...input } },
  isDone: ({ tasks }) => tasks.some(({ outcome }) => outcome === act),
});

/** Done as long as such a task is open, and perhaps never. */
export const asOften = (act: string, on: string, input: object = {}): Deed => ({
  ...{ act, on, input: { ...input } },
  isDone: () => false,
  isNeeded: (matter) => openOf(matter, on).length > 0,
});
