import { useTranslation } from 'react-i18next';
import type { Process } from '../../api/processes.ts';
import { useTime } from '../../look/time.ts';
import { FactsShown } from '../process/form-shown.tsx';

/** What the process remembers of itself, by the names of the forms in which it was filled in. */
export function Facts({ process }: { process: Process }) {
  const { t } = useTranslation('process');
  const { at } = useTime();
  const { policy, openedAt, closedAt, facts, names } = process;
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts">{t('facts')}</h2>
      <FactsShown process={process.process} facts={facts} names={names} without={['place', 'words']} />
      <dl className="filled">
        <div>
          <dt>{t('openedAt')}</dt>
          <dd>{at(openedAt)}</dd>
        </div>
        {closedAt !== null && (
          <div>
            <dt>{t('closedAt')}</dt>
            <dd>{at(closedAt)}</dd>
          </div>
        )}
        {policy !== null && (
          <div>
            <dt>{t('policy')}</dt>
            <dd>{`${policy.name} ${policy.version}`}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
