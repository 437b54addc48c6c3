// Triage 分色治理: importance and urgency give a colour, and the colour gives terms and ladder. [000]
import { z } from 'zod';

export const Colour = z.enum(['red', 'orange', 'yellow', 'blue', 'green']);
export type Colour = z.infer<typeof Colour>;

/** Small matter, big matter, hard matter 小事、大事、难事. */
export const Size = z.enum(['small', 'big', 'hard']);
export type Size = z.infer<typeof Size>;

/** 1 little, 2 some, 3 much. */
export const Degree = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type Degree = z.infer<typeof Degree>;

/** A colour for each pair; the key is importance, then urgency. */
export const TriageMatrix = z.strictObject({
  '11': Colour,
  '12': Colour,
  '13': Colour,
  '21': Colour,
  '22': Colour,
  '23': Colour,
  '31': Colour,
  '32': Colour,
  '33': Colour,
});
export type TriageMatrix = z.infer<typeof TriageMatrix>;

/** The colour under the policy's matrix. */
export function colourOf(importance: Degree, urgency: Degree, matrix: TriageMatrix): Colour {
  return matrix[`${importance}${urgency}`];
}
