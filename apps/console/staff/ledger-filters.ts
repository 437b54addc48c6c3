import { useTranslation } from 'react-i18next';
import type { Filter } from './list/filter-bar.tsx';
import { useProcess } from './process/names.ts';

const colours = ['red', 'orange', 'yellow', 'blue', 'green'] as const;
const cards = ['any', 'yellow', 'red', 'letter'] as const;
const statuses = ['open', 'closed'] as const;
const orders = ['due', '-opened', 'opened'] as const;

/** What the ledger can be narrowed by; each stands in the address under the API's own name for it. */
export function useLedgerFilters(): readonly Filter[] {
  const { t } = useTranslation(['staff', 'site', 'term']);
  const { steps } = useProcess();
  const titleOfCard = {
    any: t('list.anyCard'),
    yellow: t('card.yellow'),
    red: t('card.red'),
    letter: t('card.letter'),
  };
  const titleOfOrder = {
    due: t('ledger.sortOf.due'),
    '-opened': t('ledger.sortOf.latest'),
    opened: t('ledger.sortOf.oldest'),
  };
  return [
    { name: 'q', title: t('inbox.number'), isText: true },
    {
      name: 'status',
      title: t('ledger.status'),
      options: statuses.map((value) => ({ value, title: t(`term:status.${value}`) })),
    },
    {
      name: 'step',
      title: t('inbox.step'),
      options: steps.map(({ name, title }) => ({ value: name, title })),
    },
    {
      name: 'colour',
      title: t('inbox.colour'),
      options: colours.map((value) => ({ value, title: t(`site:colour.${value}`) })),
    },
    { name: 'kind', title: t('inbox.kind'), href: '/api/v1/kinds' },
    { name: 'place', title: t('inbox.place'), href: '/api/v1/places?level=community' },
    { name: 'unit', title: t('ledger.unit'), href: '/api/v1/units' },
    { name: 'late', title: t('ledger.late'), options: [{ value: 'true', title: t('ledger.lateOnly') }] },
    {
      name: 'card',
      title: t('inbox.card'),
      options: cards.map((value) => ({ value, title: titleOfCard[value] })),
    },
    {
      name: 'lateEntry',
      title: t('ledger.lateEntry'),
      options: [{ value: 'true', title: t('ledger.lateEntry') }],
    },
    {
      name: 'sort',
      title: t('ledger.sort'),
      options: orders.map((value) => ({ value, title: titleOfOrder[value] })),
    },
  ];
}
