import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useTitle } from '../../look/title.ts';
import { When } from '../../look/when.tsx';
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
  const { t } = useTranslation('audit');
  const { id = '' } = useParams();
  const asked = useAudit(id);
  const { data: audit } = asked;
  useTitle(audit === undefined ? t('title') : `${t('title')} ${nameOf(audit)}`);
  return <When asked={asked}>{(one) => <Whole key={one.id} audit={one} />}</When>;
}

function Whole({ audit }: { audit: Audit }) {
  return (
    <div className="page">
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
