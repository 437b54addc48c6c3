import i18next from 'i18next';
import { history as historyEn } from './en/history.ts';
import { matter as matterEn } from './en/matter.ts';
import { process as processEn } from './en/process.ts';
import { staff as staffEn } from './en/staff.ts';
import { term as termEn } from './en/term.ts';
import { history as historyZh } from './zh/history.ts';
import { matter as matterZh } from './zh/matter.ts';
import { process as processZh } from './zh/process.ts';
import { staff as staffZh } from './zh/staff.ts';
import { term as termZh } from './zh/term.ts';

const catalogues = {
  zh: { staff: staffZh, term: termZh, matter: matterZh, process: processZh, history: historyZh },
  en: { staff: staffEn, term: termEn, matter: matterEn, process: processEn, history: historyEn },
};

/** Adds what only people at work read. */
export function addStaffTexts(): void {
  for (const [language, parts] of Object.entries(catalogues)) {
    for (const [name, texts] of Object.entries(parts)) i18next.addResourceBundle(language, name, texts);
  }
}
