import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Names the page in the browser's tab and to screen readers. */
export function useTitle(title: string | undefined): void {
  const { t } = useTranslation();
  const site = t('name');
  useEffect(() => {
    document.title = title === undefined ? site : `${title} · ${site}`;
  }, [title, site]);
}
