import { useTranslation } from 'react-i18next';
import { useTime } from '../../look/time.ts';
import type { Read } from './kept.ts';

/** How old what is shown is, where it is not of now. It stands in its line also when it is of now, so nothing jumps. */
export function AsOf({ reads }: { reads: readonly Read<unknown>[] }) {
  const { t } = useTranslation('patrol');
  const { at } = useTime();
  const oldest = reads
    .flatMap(({ at: seen }) => seen ?? [])
    .toSorted()
    .at(0);
  const isOld = reads.some((read) => read.isOld);
  return (
    <p className={isOld ? 'patrol-as-of old' : 'patrol-as-of'} role="status">
      {isOld && oldest !== undefined ? `▲ ${t('asOf.old', { at: at(oldest, 'short') })}` : t('asOf.now')}
    </p>
  );
}
