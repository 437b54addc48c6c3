/** A short title and a sentence. */
export type Sentence = readonly [title: string, detail: string];
