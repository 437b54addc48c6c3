import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { Action } from '../api/action.ts';
import { at } from '../api/ask.ts';
import { useAsk } from '../api/asker.tsx';
import { isAskedFor, unreachable } from '../form/report.ts';
import { SchemaForm } from '../form/schema-form.tsx';
import { useTitle } from '../look/title.ts';
import { Trouble } from '../look/trouble.tsx';
import { Copy } from '../look/copy.tsx';
import { rich } from './action/rich.tsx';

const Reporting = z.object({ actions: z.array(Action) });
const Taken = z.object({ id: z.string(), receipt: z.string(), code: z.string() });
type Taken = z.infer<typeof Taken>;

/** Taking in what came by phone, at the counter or on a walk; later entries 补录 say when it happened. */
export function Intake() {
  const { t } = useTranslation(['staff', 'site']);
  const ask = useAsk();
  const [taken, setTaken] = useState<Taken>();
  useTitle(t('intake.title'));
  const { data, error, refetch } = useQuery({
    queryKey: ['matters', 'reporting'],
    staleTime: 600_000,
    queryFn: ({ signal }) => ask(Reporting, at('matters?limit=1'), { signal }),
  });
  const action = data?.actions.find(({ name }) => name === 'reportMatter');

  return (
    <div className="page narrow">
      <h1>{t('intake.title')}</h1>
      {error !== null && <Trouble error={error} onRetry={() => void refetch()} />}
      {taken !== undefined && <Given taken={taken} onAgain={() => setTaken(undefined)} />}
      {data !== undefined && action === undefined && <p className="state">{t('site:state.noRight')}</p>}
      {action !== undefined && taken === undefined && (
        <section className="panel">
          <p className="hint">{t('intake.hint')}</p>
          <SchemaForm
            schema={action.input}
            controls={rich}
            name="intake"
            initial={{ channel: 'phone', answerBy: 'phone' }}
            check={unreachable}
            isAsked={isAskedFor}
            submitTitle={action.title}
            onSend={async (body, key) =>
              setTaken(await ask(Taken, action.href, { method: action.method, body, key }))
            }
          />
        </section>
      )}
    </div>
  );
}

function Given({ taken: { id, receipt, code }, onAgain }: { taken: Taken; onAgain: () => void }) {
  const { t } = useTranslation(['staff', 'site']);
  return (
    <section className="panel" role="status">
      <h2>✓ {t('intake.done')}</h2>
      <p>{t('site:report.sentHint')}</p>
      <div className="receipt">
        <span>{t('site:report.receipt')}</span>
        <output>{receipt}</output>
        <span>{t('site:report.code')}</span>
        <output className="code">{code}</output>
      </div>
      <div className="actions">
        <Copy text={`${receipt} ${code}`} />
        <Link className="button" to={`/matters/${id}`}>
          {t('intake.open')}
        </Link>
        <button type="button" className="button primary" onClick={onAgain}>
          {t('intake.again')}
        </button>
      </div>
    </section>
  );
}
