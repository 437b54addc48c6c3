import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { statusOf } from '../../api/problem.ts';
import { useTitle } from '../../look/title.ts';
import { Trouble } from '../../look/trouble.tsx';
import type { Audit } from './answer.ts';
import { Clocks } from './clocks.tsx';
import { Course } from './course.tsx';
import { Engine } from './engine.tsx';
import { Head } from './head.tsx';
import { Points } from './points.tsx';
import { useAudit } from './read.ts';
import { Record } from './record.tsx';
import '../process/page.css';
import './audit.css';

/** Everything that can be known of one process: its course in words first, the engine's events last. */
export function AuditPage() {
  const { t } = useTranslation(['audit', 'site']);
  const { id = '' } = useParams();
  const { data: audit, error, refetch } = useAudit(id);
  useTitle(audit === undefined ? t('title') : `${t('title')} ${nameOf(audit)}`);
  if (statusOf(error) === 403) return <p className="state">{t('site:state.noRight')}</p>;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (audit === undefined)
    return <div className="waiting matter-waiting" role="status" aria-label={t('site:state.loading')} />;
  return (
    <div className="page" key={audit.id}>
      <Head of={audit} />
      <Points of={audit} />
      <div className="columns">
        <div className="column">
          <Course of={audit} />
        </div>
        <div className="column">
          <Record of={audit} />
          <Clocks of={audit} />
        </div>
      </div>
      <Engine of={audit} />
    </div>
  );
}

const nameOf = ({ number, receipt, label }: Audit): string => number ?? receipt ?? label;
