// How things look everywhere: the style sheet, lamps, times, photos,
// and what is said when something went wrong.
import { useTranslation } from 'react-i18next';
import { Refused, statusOf, Unreachable, Unreadable } from '../api/problem.ts';

/** An error as a sentence for people: the server's own where it has one. */
export function useSentence(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (error instanceof Refused) return error.message;
    if (error instanceof Unreachable) return t('state.unreachable');
    return error instanceof Unreadable ? t('state.unreadable') : t('state.broken');
  };
}

type Props = { error: unknown; onRetry?: () => void };

/** What went wrong, and a way on. The details of what cannot be read are for whoever looks after the system. */
export function Trouble({ error, onRetry }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const request = error instanceof Refused ? error.problem.request : undefined;
  return (
    <div className="trouble" role="alert">
      <p>{sentence(error)}</p>
      {error instanceof Unreadable && <pre className="detail">{error.message}</pre>}
      {statusOf(error) === 500 && request !== undefined && <p className="hint">{request}</p>}
      {onRetry !== undefined && (
        <button type="button" className="button" onClick={onRetry}>
          {t('act.retry')}
        </button>
      )}
    </div>
  );
}
