import i18next from 'i18next';
import { admin as adminEn } from './en/admin.ts';
import { audit as auditEn } from './en/audit.ts';
import { charts as chartsEn } from './en/charts.ts';
import { desk as deskEn } from './en/desk.ts';
import { history as historyEn } from './en/history.ts';
import { matter as matterEn } from './en/matter.ts';
import { patrol as patrolEn } from './en/patrol.ts';
import { process as processEn } from './en/process.ts';
import { rules as rulesEn } from './en/rules.ts';
import { staff as staffEn } from './en/staff.ts';
import { term as termEn } from './en/term.ts';
import { town as townEn } from './en/town.ts';
import { watch as watchEn } from './en/watch.ts';
import { admin as adminZh } from './zh/admin.ts';
import { audit as auditZh } from './zh/audit.ts';
import { charts as chartsZh } from './zh/charts.ts';
import { desk as deskZh } from './zh/desk.ts';
import { history as historyZh } from './zh/history.ts';
import { matter as matterZh } from './zh/matter.ts';
import { patrol as patrolZh } from './zh/patrol.ts';
import { process as processZh } from './zh/process.ts';
import { rules as rulesZh } from './zh/rules.ts';
import { staff as staffZh } from './zh/staff.ts';
import { term as termZh } from './zh/term.ts';
import { town as townZh } from './zh/town.ts';
import { watch as watchZh } from './zh/watch.ts';

/** What only people at work read. */
export const staffCatalogues = {
  zh: {
    staff: staffZh,
    term: termZh,
    matter: matterZh,
    process: processZh,
    history: historyZh,
    desk: deskZh,
    watch: watchZh,
    charts: chartsZh,
    audit: auditZh,
    rules: rulesZh,
    admin: adminZh,
    patrol: patrolZh,
    town: townZh,
  },
  en: {
    staff: staffEn,
    term: termEn,
    matter: matterEn,
    process: processEn,
    history: historyEn,
    desk: deskEn,
    watch: watchEn,
    charts: chartsEn,
    audit: auditEn,
    rules: rulesEn,
    admin: adminEn,
    patrol: patrolEn,
    town: townEn,
  },
};

/** Adds what only people at work read. */
export function addStaffTexts(): void {
  for (const [language, parts] of Object.entries(staffCatalogues)) {
    for (const [name, texts] of Object.entries(parts)) i18next.addResourceBundle(language, name, texts);
  }
}
