// What the demo district shows besides matters: who begins it by which door, and what is done in it after that, step by step.
import { z } from 'zod';

/**
 * What a form is filled in with. Text after an `@` is put in at the moment of seeding: `@unit`, `@person` and `@place` with
 * a code, `@item` with a thing on the list, `@year`, `@day` and `@morning` with days from today, `@soon` (a full hour).
 */
const Input = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]));
export type Input = z.infer<typeof Input>;

/** A thing on the list of a process: its kind, and the beginning of its words or the code of its unit. */
const ItemName = z.string().regex(/^[a-z]+:.+$/i);

/** One act. `at`: the place that the task is asked of, where somebody holds several. `item`: what it is done about. */
export const DemoStep = z.strictObject({
  who: z.string(),
  act: z.string(),
  input: Input.default({}),
  at: z.string().optional(),
  item: ItemName.optional(),
});
export type DemoStep = z.infer<typeof DemoStep>;

export const DemoProcess = z.strictObject({
  key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  process: z.string(),
  who: z.string(),
  act: z.string(),
  input: Input,
  steps: z.array(DemoStep),
});
export type DemoProcess = z.infer<typeof DemoProcess>;

export const Processes = z.strictObject({ processes: z.array(DemoProcess) });
export type Processes = z.infer<typeof Processes>;

/** The references to units, people and places in what is filled in, each with what it names. */
export const referencesIn = (input: Input): { kind: string; code: string }[] =>
  Object.values(input)
    .flat()
    .flatMap((value) => {
      const [, kind = '', code = ''] = /^@(unit|person|place) (.+)$/.exec(String(value)) ?? [];
      return kind === '' ? [] : [{ kind, code }];
    });
