import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../api/asker.tsx';
import { offeredAt } from './offered.ts';

/** Why a row is no longer in the list that somebody reads: who claimed it meanwhile, or that it is done. */
export function Gone({ href }: { href: string }) {
  const { t } = useTranslation('desk');
  const ask = useAsk();
  const { data } = useQuery(offeredAt(ask, href));
  if (data?.status !== undefined && data.status !== 'open') return t('list.settled');
  return data?.heldBy ? t('holder.other', { name: data.heldBy.title }) : t('list.gone');
}
