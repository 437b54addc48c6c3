import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { statusOf } from '../../api/problem.ts';
import { Trouble } from '../../look/trouble.tsx';

type Asked<T> = { data: T | undefined; error: unknown; refetch: () => unknown };

/** What was asked for, once it is there; else that one waits, that it went wrong, or that it is not the reader's. */
export function When<T>({ asked, children }: { asked: Asked<T>; children: (data: T) => ReactNode }) {
  const { t } = useTranslation(['site', 'rules']);
  const { data, error, refetch } = asked;
  if (statusOf(error) === 403) return <p className="state">{t('state.noRight')}</p>;
  if (statusOf(error) === 404) return <p className="state">{t('rules:missing')}</p>;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined)
    return <div className="waiting rules-waiting" role="status" aria-label={t('state.loading')} />;
  return children(data);
}
