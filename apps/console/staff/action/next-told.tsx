import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Says that the next one was opened, with the way back to what was just done. Seconds are long enough to take it. */
export function useTellNext(): (back: string) => void {
  const { t } = useTranslation('desk');
  const { message } = App.useApp();
  return (back) =>
    void message.info(
      <>
        {t('next.opened')} <Link to={back}>{t('next.back')}</Link>
      </>,
      8,
    );
}
