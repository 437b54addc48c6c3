/** One letter: a subject and a sentence. `{gaps}` are filled from what the notice is about. */
export type Letter = readonly [subject: string, sentence: string];

/**
 * All letters of one language, under the names that notices carry as `template`, and the labels of their lines.
 * `told` and `other` stand in for what a process says that has no letter of its own.
 */
export type Book = {
  letters: Readonly<Record<string, Letter>>;
  labels: Readonly<Record<Label, string>>;
  /** Ends a letter to staff, and one to a reporter. */
  closing: { staff: string; reporter: string };
  /** B is told in A's stead. */
  inStead: string;
  /** Stands for the task where it is the clock of the whole matter that struck. */
  whole: string;
};

export type Label = 'number' | 'receipt' | 'step' | 'due' | 'replyDue' | 'link';
