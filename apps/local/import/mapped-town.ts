import { z } from 'zod';
import { Degree, Size } from '../../../workflows/rules/triage.ts';

const Code = z.string().regex(/^[^\s/]+$/, 'must be a code without blanks and slashes');
const name = { name: z.string().min(1), nameEn: z.string().min(1) };

const Place = z.strictObject({
  code: Code,
  parent: Code.optional(),
  level: z.enum(['district', 'subdistrict', 'community', 'estate', 'building']),
  ...name,
  policy: z.string().min(1).optional(),
});

const Unit = z.strictObject({
  code: Code,
  kind: z.string().min(1),
  ...name,
  place: Code,
  superior: Code.optional(),
});

const Kind = z.strictObject({
  code: Code,
  ...name,
  ...{ group: z.string().min(1), groupEn: z.string().min(1) },
  ...{ importance: z.coerce.number().pipe(Degree), urgency: z.coerce.number().pipe(Degree), size: Size },
  mode: z.enum(['team', 'digital', 'onBehalf', 'appointment', 'offHours']),
  lead: Code.optional(),
  isComplaint: z.stringbool().optional(),
});

/** What a mapping brings along: made where it is missing, left alone where it is there. */
export const MappedTown = z.strictObject({
  places: z.array(Place).default([]),
  units: z.array(Unit).default([]),
  kinds: z.array(Kind).default([]),
});
export type MappedTown = z.infer<typeof MappedTown>;
