import { useTranslation } from 'react-i18next';
import type { Filter } from '../list/filter-bar.tsx';

const choices = '/api/v1/audits/choices';
const moments = ['opened', 'closed', 'any'] as const;

/** What an audit is looked for by; each stands in the address under the API's own name for it. */
export function useAuditFilters(): readonly Filter[] {
  const { t } = useTranslation('audit');
  return [
    { name: 'q', title: t('filter.q'), isText: true },
    { name: 'person', title: t('filter.person'), href: `${choices}/people` },
    { name: 'unit', title: t('filter.unit'), href: '/api/v1/units' },
    { name: 'happened', title: t('filter.happened'), href: `${choices}/happenings` },
    { name: 'rule', title: t('filter.rule'), href: `${choices}/rules` },
    { name: 'process', title: t('filter.process'), href: `${choices}/processes` },
    { name: 'ending', title: t('filter.ending'), href: `${choices}/endings` },
    {
      name: 'when',
      title: t('filter.when'),
      options: moments.map((value) => ({ value, title: t(`when.${value}`) })),
    },
  ];
}
