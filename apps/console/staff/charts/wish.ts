import { useTranslation } from 'react-i18next';
import { useAddress } from '../list/filter-bar.tsx';
import type { Filter } from '../list/filter-bar.tsx';

/** What the numbers of a page are narrowed to, besides their days. */
export type Wish = { place?: string; unit?: string; kind?: string };

/** The wish as it stands in the address. */
export function useWish(): Wish {
  const { search } = useAddress();
  const value = (name: string) => search.get(name) ?? undefined;
  return { place: value('place'), unit: value('unit'), kind: value('kind') };
}

/** The filters that set it. */
export function useWishFilters(): readonly Filter[] {
  const { t } = useTranslation('staff');
  return [
    { name: 'place', title: t('inbox.place'), href: '/api/v1/places?flat=true' },
    { name: 'unit', title: t('ledger.unit'), href: '/api/v1/units' },
    { name: 'kind', title: t('inbox.kind'), href: '/api/v1/kinds' },
  ];
}
