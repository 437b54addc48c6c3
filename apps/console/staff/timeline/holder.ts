import { useTranslation } from 'react-i18next';
import { useName } from '../../text/name.ts';
import type { Holder } from './read.ts';

/** Whose hands in words: the unit's name, or the role's. */
export function useHolder(): (holder: Holder) => string {
  const name = useName();
  const { t } = useTranslation('charts');
  return ({ role, unit }) =>
    unit?.title ?? (role === null ? t('timeline.somebody') : name('term', 'role', role));
}
