import { t } from '../../../workflows/process/field.ts';
import type { Title } from '../../../workflows/process/field.ts';
import type { postRoles } from '../door/role.ts';

export const levels = {
  district: t('区县', 'District'),
  subdistrict: t('街道（乡镇）', 'Subdistrict'),
  community: t('社区（村）', 'Community'),
  estate: t('小区（网格）', 'Estate'),
  building: t('楼栋', 'Building'),
} as const;

export const unitKinds = {
  department: t('部门', 'Department'),
  subdistrict: t('街道办事处', 'Subdistrict office'),
  community: t('社区居委会', 'Community office'),
  supervision: t('督查机构', 'Supervision office'),
  station: t('代表联络站', 'Liaison station'),
  deputy: t('代表机构', 'Office of deputies'),
} as const;

export const roleTitles: Readonly<Record<(typeof postRoles)[number], Title>> = {
  resident: t('居民', 'Resident'),
  gridWorker: t('网格员', 'Grid worker'),
  community: t('社区', 'Community'),
  subdistrict: t('街道', 'Subdistrict'),
  department: t('部门', 'Department'),
  supervisor: t('督查室', 'Supervision office'),
  auditor: t('审计员', 'Auditor'),
  deputy: t('人大代表', 'Deputy'),
  systemAdministrator: t('系统管理员', 'System administrator'),
  securityAdministrator: t('安全管理员', 'Security administrator'),
  system: t('信息系统', 'Information system'),
};

/** A code with its name; the code itself where it has none. */
export const titled = (
  titles: Readonly<Record<string, Title>>,
  value: string,
  language: 'zh' | 'en',
): { value: string; title: string } => ({ value, title: titles[value]?.[language] ?? value });
