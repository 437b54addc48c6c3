import { useTranslation } from 'react-i18next';
import type { Filter } from '../list/filter-bar.tsx';
import { USUAL, useKinds, useProcess } from '../process/names.ts';

/** Which kind of process a board is about: matters, unless the address says another. */
export function useKindFilter(): Filter {
  const { t } = useTranslation('watch');
  const { title } = useProcess();
  const others = useKinds().map(({ name, title: own }) => ({ value: name, title: own }));
  return { name: 'process', title: t('column.process', { usual: title }), options: others };
}

/** The kind that is meant. */
export const kindIn = (search: URLSearchParams): string => search.get('process') ?? USUAL;
