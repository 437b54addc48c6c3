import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { statusOf } from '../api/problem.ts';
import { Trouble, useSentence } from './trouble.tsx';
import { Waiting } from './waiting.tsx';

/** A question to the API, as react-query tells of it. */
export type Asked<T> = { data: T | undefined; error: unknown; refetch: () => unknown };

type Props<T> = {
  asked: Asked<T>;
  /** What keeps the later height; without it, that of a page. */
  waiting?: ReactNode;
  children: (data: T) => ReactNode;
};

/** What was asked for, once it is there; else that one waits, that it went wrong, or that it is not the reader's. */
export function When<T>({ asked, waiting = <Waiting as="page-waiting" />, children }: Props<T>) {
  const { data, error, refetch } = asked;
  const failed = error !== null && <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined || isClosed(error)) return failed || waiting;
  return (
    <>
      {failed}
      {children(data)}
    </>
  );
}

/** A question that went wrong: to try again helps, unless the answer is not the reader's or there is none. */
export function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  if (statusOf(error) === 403) return <p className="state">{t('state.noRight')}</p>;
  if (isClosed(error)) return <p className="state">{sentence(error)}</p>;
  return <Trouble error={error} onRetry={onRetry} />;
}

/** What was shown before may no longer be seen, or is gone. */
const isClosed = (error: unknown): boolean => [403, 404].includes(statusOf(error) ?? 0);
