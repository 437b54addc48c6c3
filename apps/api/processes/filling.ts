import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Tx } from '../../../prisma/client.ts';
import type { Keyring } from '../../../prisma/seal.ts';
import { sealWords } from '../../../prisma/words.ts';
import { BadInput } from '../../../workflows/rules/violation.ts';
import type { Choices } from '../matters/choices.ts';
import { aimedAt } from '../matters/colleague.ts';
import { fieldsOf } from '../matters/form.ts';
import { BadField, Malformed } from '../refusal.ts';

/** What was filled in, as it is handed on: plain JSON. */
export const Filled = z.record(z.string(), z.json());
export type Filled = z.infer<typeof Filled>;

/** What was filled in, checked against its form. Throws Malformed. */
export function filledIn(form: z.ZodType, input: unknown): Filled {
  const { data, success } = form.safeParse(input);
  if (!success) throw new Malformed(form, input);
  return Filled.parse(JSON.parse(JSON.stringify(data)));
}

/**
 * What was chosen must be among what could be: a unit, a kind, a matter that is there. Answers the refusal, if any.
 * `target`: what the act is aimed at.
 */
export async function notOffered(
  choices: Choices,
  form: z.ZodType,
  input: Filled,
  target?: string,
): Promise<BadInput | undefined> {
  for (const [field, name] of fieldsOf(form).options) {
    for (const value of [input[field] ?? []].flat()) {
      if (!(await choices.has(aimedAt(name, target), value)))
        return new BadField(field, 'not-offered', { field });
    }
  }
  return undefined;
}

/** Whose words and files they are: the process, what they are said in, and who says them. */
export type Saying = { process: string; name: string; authorId: string | null };

/** Words go into the table and leave their reference behind; files become the process's own. */
export async function sealed(
  tx: Tx,
  keys: Keyring,
  form: z.ZodType,
  { input, saying }: { input: Filled; saying: Saying },
): Promise<Filled> {
  const { words, files } = fieldsOf(form);
  const kept = { ...input };
  for (const field of words) {
    const text = kept[field];
    if (typeof text !== 'string') continue;
    const { process: matterId, name, authorId } = saying;
    kept[field] = await sealWords(tx, keys, { matterId, kind: `${name}.${field}`, text, authorId });
  }
  for (const field of files) await claim(tx, saying, z.array(z.uuid()).parse(kept[field] ?? []));
  return kept;
}

async function claim(tx: Tx, { process, authorId }: Saying, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await tx.query<{ id: string }>(
    `update attachment set matter_id = $1 where id = any($2::uuid[])
       and (matter_id = $1 or (matter_id is null and author_id is not distinct from $3::uuid)) returning id`,
    [process, ids, authorId],
  );
  const found = rows.map(({ id }) => id).sort();
  if (!isDeepStrictEqual(found, [...new Set(ids)].sort())) throw new BadInput('attachment-unknown');
}
