import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useTitle } from '../../look/title.ts';
import { Waiting } from '../../look/waiting.tsx';
import { Failed } from '../../look/when.tsx';
import { AsOf } from './as-of.tsx';
import { useMended } from './mended.ts';
import { ReportForm } from './report-form.tsx';
import { useGrid, useOpenMatters, useWalker } from './round.ts';
import './patrol.css';

/** Reporting on a walk: kind, place, photo, send. It is kept on the phone first, and sent as soon as that is possible. */
export function PatrolReport() {
  const { t } = useTranslation(['patrol', 'site']);
  const { person, isWalker } = useWalker();
  useTitle(t('report.title'));
  if (!isWalker) return <p className="state">{t('site:state.noRight')}</p>;
  return <Loading person={person} />;
}

function Loading({ person }: { person: string }) {
  const { t } = useTranslation('patrol');
  const grid = useGrid(person);
  const matters = useOpenMatters(person);
  const [search] = useSearchParams();
  const mended = useMended(person, search.get('mend'));
  const action = matters.data?.actions.find(({ name }) => name === 'reportMatter');
  const failed = [grid, matters].find(({ error }) => error !== null);
  return (
    <div className="page narrow patrol">
      <div className="page-head">
        <h1>{t('report.title')}</h1>
        <AsOf reads={[grid, matters]} />
      </div>
      {failed !== undefined && <Failed error={failed.error} onRetry={failed.refetch} />}
      {grid.data !== undefined && action !== undefined && mended !== undefined ? (
        <ReportForm
          key={mended?.id}
          {...{ person, action, mended }}
          grid={grid.data}
          seenAt={grid.at}
          isAway={grid.isOld || matters.isOld}
        />
      ) : (
        failed === undefined && <Waiting rows={1} as="patrol-waiting" />
      )}
    </div>
  );
}
