import { useTranslation } from 'react-i18next';
import { faultsOf } from '../../api/problem.ts';
import { Changes } from './proposal.tsx';
import type { Look } from './use-look.ts';

/** What was found: every fault by its path, or what the version would change. */
export function Looked({ look: { isLooking, checked, error } }: { look: Look }) {
  const { t } = useTranslation(['rules', 'site']);
  if (isLooking) return <p role="status">{t('site:state.loading')}</p>;
  if (error !== undefined) return <Faults error={error} />;
  if (checked === undefined) return null;
  return (
    <div role="status">
      <p>
        <strong>
          <span aria-hidden>✓</span> {t('propose.sound', { n: checked.cases })}
        </strong>
      </p>
      <Changes sentences={checked.difference} />
    </div>
  );
}

function Faults({ error }: { error: unknown }) {
  const { t } = useTranslation('rules');
  const faults = Object.entries(faultsOf(error));
  return (
    <div role="alert" className="trouble">
      <p>{error instanceof Error ? error.message : t('propose.unreadable')}</p>
      {faults.length > 0 && (
        <ul className="changes">
          {faults.map(([path, sentence]) => (
            <li key={path}>
              <code>{path}</code> {sentence}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
