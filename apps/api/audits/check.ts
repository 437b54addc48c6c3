import { z } from 'zod';

/** The checks of a record, in the order in which they are told. */
export const CheckName = z.enum([
  'sequence',
  'state',
  'acts',
  'causes',
  'deadlines',
  'witness',
  'archive',
  'words',
  'attachments',
]);
export type CheckName = z.infer<typeof CheckName>;

/**
 * What a check found. `unchecked`: there was nothing to compare with, and `detail` says why; never counted as whole.
 * `places`: where it does not fit, an entry of the journal by its `seq` where it is one.
 */
export const Check = z.object({
  name: CheckName,
  verdict: z.enum(['whole', 'broken', 'unchecked']),
  title: z.string(),
  detail: z.string(),
  places: z.array(z.object({ seq: z.int().nullable(), text: z.string() })),
});
export type Check = z.infer<typeof Check>;

/** What a check found, before it is put into words: which sentence, what fills it, and where it does not fit. */
export type Finding = {
  name: CheckName;
  verdict: Check['verdict'];
  /** Another sentence than the usual one of its verdict. */
  why?: string;
  facts?: Readonly<Record<string, string | number>>;
  places?: readonly Place[];
};

/** `code` names the sentence; without one the text stands as it is: a path, an id. */
export type Place = { seq?: number; code?: string; text?: string };

/** Whole where there is no such place. */
export const found = (name: CheckName, places: readonly Place[], facts: Finding['facts'] = {}): Finding => ({
  name,
  verdict: places.length === 0 ? 'whole' : 'broken',
  facts,
  places,
});
