// How a process shows itself to those whose daily work it is: a desk of its own, with how far its things have come.
import type { Title } from './field.ts';
import type { State } from './state.ts';

/** How many things have come so far; each stage is reached by some of those before it. */
export interface Stage {
  readonly title: Title;
  readonly n: number;
}

/** How much a unit has taken on, and how much it may. `of` is absent where there is no limit. */
export interface Load {
  readonly unit: string;
  readonly n: number;
  readonly of?: number;
}

export interface Desk {
  readonly title: Title;
  /** Whose page it is. */
  readonly roles: readonly string[];
  /** The kind of things on its list that people come for; all kinds where none is said. */
  readonly item?: string;
  readonly funnel?: (state: State) => readonly Stage[];
  readonly loads?: (state: State, numbers: unknown) => readonly Load[];
  /** In this step things of this kind that nobody has are given out, in a meeting. */
  readonly meeting?: { readonly step: string; readonly item: string };
}
