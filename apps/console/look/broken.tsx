import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { useTitle } from './title.ts';
import { useSentence } from './trouble.tsx';

/** A page fell: say so, and the way back. */
export function Broken() {
  const error = useRouteError();
  const { t } = useTranslation();
  const sentence = useSentence();
  const isMissing = typeof error === 'object' && error !== null && 'status' in error && error.status === 404;
  return (
    <main className="resident">
      <div className="trouble" role="alert">
        <h1>{isMissing ? t('state.notFound') : sentence(error)}</h1>
        <p>
          <a href="/">{t('act.home')}</a>
        </p>
      </div>
    </main>
  );
}

/** No such page. */
export function Missing() {
  const { t } = useTranslation();
  useTitle(t('state.notFound'));
  return (
    <div className="sheet">
      <h1>{t('state.notFound')}</h1>
      <p>
        <a href="/">{t('act.home')}</a>
      </p>
    </div>
  );
}
