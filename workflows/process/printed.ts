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
