import { useTranslation } from 'react-i18next';
import { Waiting } from '../../look/waiting.tsx';
import { Failed } from '../../look/when.tsx';
import type { Props as PageProps } from './list-page.tsx';
import { Rows } from './rows.tsx';
import type { Pieces } from './use-pieces.ts';

type Props<T> = PageProps<T> & {
  pieces: Pieces<T>;
  /** Something is filtered away: then an empty list says so. */
  isFiltered: boolean;
  /** So many rows' height is kept while the first are still to come. */
  most: number;
};

/** The rows of a list, or why there are none. */
export function Shown<T>({ pieces, isFiltered, most, ...props }: Props<T>) {
  const { t } = useTranslation('staff');
  const { rows, error, isLoading, again } = pieces;
  if (error !== null && rows.length === 0) return <Failed error={error} onRetry={again} />;
  if (isLoading) return <Waiting rows={most} />;
  return <Rows {...props} pieces={pieces} empty={isFiltered ? t('list.nothing') : props.empty} />;
}
