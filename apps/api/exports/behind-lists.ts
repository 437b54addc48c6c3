import { AuditQuery } from '../audits/search-query.ts';
import { searchAudits } from '../audits/search.ts';
import { DeductionQuery, ScoresController } from '../scores/scores.controller.ts';
import { CaseQuery, listCases } from '../statistics/case-list.ts';
import { CountersController, TimesQuery } from '../watch/counters.controller.ts';
import { RatesController, SaidQuery } from '../watch/rates.controller.ts';
import { ItemQuery, StagesController } from '../watch/stages.controller.ts';
import { deductionSheet, saidSheet, stageItemSheet, timeSheet } from './behind-sheets.ts';
import { exportOf, paging } from './export-of.ts';
import { auditSheet, caseSheet } from './found-sheets.ts';

/** What was found, and what stands behind a number. */
export const behindLists = [
  exportOf({
    ...{ list: 'audits', right: 'audits:search', filters: AuditQuery.omit(paging), sheet: auditSheet },
    read: ({ db, subject, language }, query) => searchAudits(db, { subject, language }, query),
  }),
  exportOf({
    ...{ list: 'cases', right: 'overview:read', filters: CaseQuery.omit(paging), sheet: caseSheet },
    read: ({ db, subject, language }, query) => listCases(db, subject, query, language),
  }),
  exportOf({
    ...{ list: 'rates-matters', right: 'overview:read', filters: SaidQuery.omit(paging), sheet: saidSheet },
    read: ({ doors, subject, language }, query) =>
      doors.get(RatesController).matters(subject, query, language),
  }),
  exportOf({
    ...{ list: 'stages-matters', right: 'overview:read', filters: ItemQuery.omit(paging) },
    sheet: stageItemSheet,
    read: ({ doors, subject, language }, query) =>
      doors.get(StagesController).matters(subject, query, language),
  }),
  exportOf({
    ...{ list: 'counters-matters', right: 'overview:read', filters: TimesQuery.omit(paging) },
    sheet: timeSheet,
    read: ({ doors, subject, language }, query) =>
      doors.get(CountersController).matters(subject, query, language),
  }),
  exportOf({
    ...{ list: 'scores-matters', right: 'overview:read', filters: DeductionQuery.omit(paging) },
    sheet: deductionSheet,
    read: ({ doors, subject, language }, query) =>
      doors.get(ScoresController).matters(query, subject, language),
  }),
];
