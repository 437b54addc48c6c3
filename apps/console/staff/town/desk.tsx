// The desks of deputies, stations, member units and subdistricts: a process as the page of those whose daily work it is.
// What a desk shows stands in the definition of its process (workflows/process/desk.ts).
import { useTranslation } from 'react-i18next';
import { useOutletContext, useParams } from 'react-router';
import { catalog } from '../../../../workflows/catalog.ts';
import { hasRole } from '../../api/session.ts';
import type { Session } from '../../api/session.ts';
import { useTitle } from '../../look/title.ts';
import { Entrances } from '../processes/entrances.tsx';
import '../process/page.css';
import '../processes/processes.css';
import { Mine } from './mine.tsx';
import { OnLists } from './on-lists.tsx';
import { Ended, Running } from './running.tsx';
import './town.css';

/** What is mine to do in a kind of process, how far those that run have come, and what became of the last. */
export function DeskPage() {
  const { t, i18n } = useTranslation(['town', 'site']);
  const session = useOutletContext<Session>();
  const { process = '' } = useParams();
  const desk = catalog[process]?.desk;
  const title = i18n.language === 'en' ? desk?.title.en : desk?.title.zh;
  useTitle(title ?? '');
  if (desk === undefined || title === undefined) return <Instead says={t('none')} />;
  if (!hasRole(session, ...desk.roles, 'supervisor', 'auditor'))
    return <Instead says={t('site:state.noRight')} />;
  return (
    <div className="page town">
      <div className="page-head">
        <h1>{title}</h1>
        <Entrances kind={process} />
      </div>
      <Mine process={process} />
      <Running process={process} />
      <OnLists process={process} session={session} />
      <Ended process={process} />
    </div>
  );
}

/** What is said where there is no desk for this reader. */
const Instead = ({ says }: { says: string }) => (
  <div className="page">
    <h1 className="state">{says}</h1>
  </div>
);
