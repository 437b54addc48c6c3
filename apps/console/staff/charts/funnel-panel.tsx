import { useTranslation } from 'react-i18next';
import { Funnel } from './funnel.tsx';
import { ChartPanel } from './panel.tsx';
import { casesAt, queryOf, FunnelRead, useStatistic } from './read.ts';
import type { Wish } from './wish.ts';

/** How far the matters of these days came, from received to solved. */
export function FunnelPanel({ wish, days }: { wish: Wish; days: { from: string; until: string } }) {
  const { t } = useTranslation('charts');
  const asked = useStatistic(FunnelRead, 'funnel', { ...wish, ...days });
  return (
    <ChartPanel
      title={t('funnel.title')}
      hint={t('funnel.hint')}
      file={{ list: 'funnel', query: queryOf({ ...wish, ...days }) }}
      asked={asked}
      height={232}
    >
      {({ items }) => (
        <Funnel
          label={t('funnel.title')}
          stages={items.map(({ stage, n }) => ({
            title: t(`funnel.stage.${stage}`),
            n,
            href: casesAt({ ...wish, ...days, stage }),
          }))}
        />
      )}
    </ChartPanel>
  );
}
