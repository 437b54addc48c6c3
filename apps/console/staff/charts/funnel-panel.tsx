import { useTranslation } from 'react-i18next';
import { Funnel } from './funnel.tsx';
import { ChartPanel } from './panel.tsx';
import { casesAt, FunnelRead, useStatistic } from './read.ts';
import type { Wish } from './wish.ts';

/** How far the matters of these days came, from received to solved. */
export function FunnelPanel({ wish, days }: { wish: Wish; days: { from: string; until: string } }) {
  const { t } = useTranslation('charts');
  const { data, error, refetch } = useStatistic(FunnelRead, 'funnel', { ...wish, ...days });
  const stages = data?.items.map(({ stage, n }) => ({
    title: t(`funnel.stage.${stage}`),
    n,
    href: casesAt({ ...wish, ...days, stage }),
  }));
  return (
    <ChartPanel
      title={t('funnel.title')}
      hint={t('funnel.hint')}
      error={error}
      onRetry={() => void refetch()}
      height={232}
    >
      {stages && <Funnel stages={stages} label={t('funnel.title')} />}
    </ChartPanel>
  );
}
