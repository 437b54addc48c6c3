// The demo district as data: what each JSON file of this folder holds. Real places of Dongsheng, everything else
// invented; read.ts loads the files, check.ts says which references are broken.
import { z } from 'zod';

/** Clock time before (or, for the end of an absence, after) the moment of seeding: `40min`, `20h`, `3d`. */
const Span = z.string().regex(/^[1-9]\d*(min|h|d)$/);
const Weight = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const Size = z.enum(['small', 'big', 'hard']);
/** The five service modes 五种方式 [000]. */
const Mode = z.enum(['team', 'digital', 'onBehalf', 'appointment', 'offHours']);

export const DemoPlace = z.strictObject({
  code: z.string().regex(/^\d{6}(\d{3}){0,4}$/),
  parent: z.string().nullable(),
  level: z.enum(['district', 'subdistrict', 'community', 'estate', 'building']),
  name: z.string().min(1),
  nameEn: z.string().min(1),
});
export type DemoPlace = z.infer<typeof DemoPlace>;

/** places.json: codes and names down to the communities are real, from the package that `source` names. */
export const Places = z.strictObject({
  source: z.strictObject({
    package: z.string(),
    version: z.string(),
    origin: z.string(),
    extractedOn: z.iso.date(),
    invented: z.array(z.string()),
    note: z.string(),
  }),
  places: z.array(DemoPlace),
});
export type Places = z.infer<typeof Places>;

/** `handles: false`: nothing is dispatched to this unit; in a community the subdistrict does its work. */
export const DemoUnit = z.strictObject({
  code: z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/),
  kind: z.enum(['department', 'subdistrict', 'community', 'station', 'supervision', 'deputy']),
  name: z.string().min(1),
  nameEn: z.string().min(1),
  place: z.string(),
  superior: z.string().nullable(),
  handles: z.boolean().default(true),
});
export type DemoUnit = z.infer<typeof DemoUnit>;

/** A unit of the 大工委 of a subdistrict; `powers` are groups of kinds, or kinds. */
const DemoMembership = z.strictObject({
  unit: z.string(),
  place: z.string(),
  isStanding: z.boolean().default(false),
  powers: z.array(z.string()).min(1),
});

export const Units = z.strictObject({
  units: z.array(DemoUnit),
  memberships: z.array(DemoMembership).default([]),
});
export type Units = z.infer<typeof Units>;

export const DemoRole = z.enum([
  'resident',
  'gridWorker',
  'community',
  'subdistrict',
  'department',
  'supervisor',
  'auditor',
  'deputy',
  'systemAdministrator',
  'securityAdministrator',
]);
export type DemoRole = z.infer<typeof DemoRole>;

/** `post: 'B'` acts while the one other person of the same role and unit who is not its head is away (AB岗). */
export const DemoPost = z.strictObject({
  role: DemoRole,
  unit: z.string().nullable(),
  place: z.string(),
  post: z.enum(['A', 'B']),
  head: z.boolean().default(false),
  callBack: z.boolean().default(false),
});
export type DemoPost = z.infer<typeof DemoPost>;

export const DemoPerson = z.strictObject({
  account: z.string().regex(/^[a-z]+\.[a-z0-9]+$/),
  name: z.string().min(1),
  nameEn: z.string().min(1),
  locale: z.enum(['zh', 'en']),
  email: z.string().endsWith('@example.invalid'),
  posts: z.array(DemoPost).min(1),
});
export type DemoPerson = z.infer<typeof DemoPerson>;

/** Away since that long before the seeding, until that long after it. */
const Away = z.strictObject({ account: z.string(), since: Span, until: Span, reason: z.string() });

export const People = z.strictObject({ people: z.array(DemoPerson), absences: z.array(Away) });
export type People = z.infer<typeof People>;

/** `lead: null`: the community of the matter's own place. `isComplaint`: who complained stays hidden. */
export const DemoKind = z.strictObject({
  code: z.string().regex(/^[a-z]+\.[a-z]+(-[a-z]+)*$/),
  zh: z.string().min(1),
  en: z.string().min(1),
  group: z.string(),
  lead: z.string().nullable(),
  importance: Weight,
  urgency: Weight,
  size: Size,
  mode: Mode,
  isComplaint: z.boolean().default(false),
});
export type DemoKind = z.infer<typeof DemoKind>;

const KindGroup = z.strictObject({ code: z.string(), zh: z.string(), en: z.string() });
export const Kinds = z.strictObject({ groups: z.array(KindGroup), kinds: z.array(DemoKind) });
export type Kinds = z.infer<typeof Kinds>;
