import type { z } from 'zod';
import { t } from '../../../workflows/process/field.ts';
import type { AuditLine } from '../audits/search.ts';
import type { CaseLine } from '../statistics/case-list.ts';
import { processSheet } from './process-sheet.ts';
import type { Sheet } from './sheet.ts';

type Found = z.infer<typeof AuditLine>;
type Case = z.infer<typeof CaseLine>;

const because = ({ reasons }: Found): string =>
  reasons
    .map(({ at, who, what }) =>
      [at?.slice(0, 16).replace('T', ' '), who, what].filter((one) => one != null).join(' '),
    )
    .join('; ');

/** What an audit found, and why. */
export const auditSheet: Sheet<Found> = {
  name: 'audits',
  title: t('过程审计', 'Audit'),
  columns: [
    { title: t('回执', 'Receipt'), width: 20, of: ({ receipt }) => receipt },
    ...processSheet.columns,
    { title: t('查到的原因', 'Why it was found'), width: 48, of: because },
  ],
};

/** The cases behind a number. */
export const caseSheet: Sheet<Case> = {
  name: 'cases',
  title: t('事项清单', 'Cases'),
  columns: [
    ...processSheet.columns,
    { title: t('类别', 'Kind'), of: ({ kind }) => kind?.title },
    { title: t('主办单位', 'Lead unit'), width: 20, of: ({ lead }) => lead?.title },
  ],
};
