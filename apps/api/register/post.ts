import { z } from 'zod';
import { choice, t } from '../../../workflows/process/field.ts';
import { somePlace, someUnit, yesNo } from './field.ts';
import { roleTitles } from './title.ts';

/** Roles that can be given: everybody is a resident without being given it. */
export const givenRoles = [
  'gridWorker',
  'community',
  'subdistrict',
  'department',
  'supervisor',
  'deputy',
  'auditor',
  'systemAdministrator',
  'securityAdministrator',
  'system',
] as const;

/** The three powers that are kept apart 三员分立: whoever has one has no other post besides. */
export const powers = ['systemAdministrator', 'securityAdministrator', 'auditor'];

/** Roles that act for a unit, so that there is none without one. */
export const ofUnits = ['community', 'subdistrict', 'department', 'supervisor'];

export const NewPost = z.strictObject({
  role: choice(t('角色', 'Role'), givenRoles, roleTitles),
  unit: someUnit('单位', 'Unit').optional(),
  place: somePlace('地点（不填则为单位所在地点）', 'Place (that of the unit, when left out)').optional(),
  rank: choice(t('AB岗', 'A or B post'), ['A', 'B'], {
    A: t('A岗', 'A post'),
    B: t('B岗（A离岗时代行）', 'B post (acts while A is away)'),
  }).default('A'),
  isHead: yesNo('负责人', 'Leads the unit').default(false),
  callBack: yesNo('回访员（只回访、评判）', 'Calls residents back, and does nothing else').default(false),
});
export type NewPost = z.infer<typeof NewPost>;
