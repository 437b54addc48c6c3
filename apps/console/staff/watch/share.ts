import { useTranslation } from 'react-i18next';

/** A share from 0 to 1 as a percentage with one digit; "no data" where there is none. */
export function useShare(): (share: number | null) => string {
  const { t, i18n } = useTranslation('watch');
  const form = new Intl.NumberFormat(i18n.language === 'en' ? 'en-GB' : 'zh-CN', {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return (share) => (share === null ? t('noData') : form.format(share));
}

/** Points with one digit; "no data" where there are none. */
export function usePoints(): (points: number | null) => string {
  const { t } = useTranslation('watch');
  return (points) => (points === null ? t('noData') : points.toFixed(1));
}
