import type { Title } from './field.ts';
import type { State } from './state.ts';

/** A piece of a printed page: said in both languages, or a reference to sealed words, a unit, a place or a person. */
export type Printed = Title | string;

/** One column of a list; `of`: what its values are, where they are no plain texts. A time is printed as its day. */
export interface ListColumn {
  readonly key: string;
  readonly title: Title;
  readonly of?: 'unit' | 'place' | 'person' | 'kind' | 'words' | 'time' | 'number';
}

/** A list in the usual form, printed and taken away: a view of the state. */
export interface ListView {
  readonly title: Title;
  readonly columns: readonly ListColumn[];
  rows(state: State): readonly Readonly<Record<string, Printed | number | null | undefined>>[];
}

/** One line of the list of projects 项目清单 [000]: what is done for a place, by whom, and how far it is. Money in yuan. */
export interface Project {
  readonly words: Printed;
  /** The path of the place that it is for. */
  readonly place: string;
  readonly unit?: string | null;
  readonly person?: string;
  readonly dueAt?: string;
  readonly budget?: number;
  readonly spent?: number;
  readonly standing: Printed;
}

/** A letter as it is printed; its number and day are those of its item. Times are ISO strings. */
export interface LetterView {
  readonly office: Printed;
  readonly level?: Printed;
  readonly subject?: Printed;
  readonly receivers: readonly Printed[];
  readonly grounds: readonly Printed[];
  readonly demands: readonly Printed[];
  readonly replyDueAt: string;
  readonly copies?: readonly Printed[];
}
