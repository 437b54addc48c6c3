import { Drawer } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../api/action.ts';
import { useAsk } from '../../api/asker.tsx';
import { SchemaForm } from '../../form/schema-form.tsx';
import { Trouble } from '../../look/trouble.tsx';
import { BatchResults } from './batch-results.tsx';
import { inTurns } from './in-turns.ts';
import { inCommon, offeredAt } from './offered.ts';
import { rich } from './rich.tsx';
import { useBatch } from './use-batch.ts';
import type { BatchRow } from './use-batch.ts';
import './action.css';

/** So many are asked at the same moment what may be done with them. */
const ASKED_AT_ONCE = 6;

type Props = {
  rows: readonly BatchRow[];
  isOpen: boolean;
  onClose: () => void;
  /** Only this act is wanted, where all offer it: it need not be chosen. */
  act?: string;
};

/** One act for many: what all of them offer under the same name and form, filled in once, with an outcome for each. */
export function Batch({ rows, isOpen, onClose, act }: Props) {
  const { t } = useTranslation('desk');
  return (
    <Drawer
      open={isOpen}
      onClose={onClose}
      title={t('batch.title', { n: rows.length })}
      size={560}
      mask={false}
      destroyOnHidden
    >
      <Together rows={rows} act={act} onClose={onClose} />
    </Drawer>
  );
}

/** What each of them offers, asked anew: what all offer is what may be done together. */
function useOffers(rows: readonly BatchRow[]) {
  const ask = useAsk();
  return useQuery({
    queryKey: ['batch', rows.map(({ href }) => href)],
    staleTime: Infinity,
    gcTime: 0,
    queryFn: ({ signal }) =>
      inTurns(rows, ASKED_AT_ONCE, ({ href }) => offeredAt(ask, href).queryFn({ signal })),
  });
}

function Together({ rows: given, act, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useTranslation('desk');
  // What is being done stays what it was, whatever becomes of the list behind it.
  const [rows] = useState(given);
  const batch = useBatch(rows);
  const { data: offers, error, refetch } = useOffers(rows);
  if (Object.keys(batch.results).length > 0)
    return (
      <div className="batch">
        <BatchResults rows={rows} results={batch.results} settled={batch.settled} />
        <End batch={batch} onClose={onClose} />
      </div>
    );
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (offers === undefined) return <p role="status">{t('batch.asking')}</p>;
  const lists = offers.map(({ actions }) => actions);
  const common = inCommon(lists).filter(({ name }) => act === undefined || name === act);
  const actsBy = ({ name }: Action) =>
    new Map(
      rows.flatMap(({ id }, i) => {
        const own = lists[i]?.find((one) => one.name === name);
        return own === undefined ? [] : [[id, own] as const];
      }),
    );
  const send = (action: Action, body: unknown) => void batch.run({ acts: actsBy(action), body });
  return <Choice n={rows.length} common={common} onClose={onClose} onSend={send} />;
}

type ChoiceProps = {
  n: number;
  common: readonly Action[];
  onClose: () => void;
  onSend: (action: Action, body: unknown) => void;
};

/** Which of the common acts, and its form; where there is only one it is not asked. */
function Choice({ n, common, onClose, onSend }: ChoiceProps) {
  const { t } = useTranslation(['desk', 'site']);
  const [chosen, setChosen] = useState<Action>();
  const wanted = chosen ?? (common.length === 1 ? common[0] : undefined);
  if (common.length === 0) return <p className="state">{t('batch.nothing')}</p>;
  if (wanted === undefined)
    return (
      <div className="batch-acts" role="group" aria-label={t('batch.choose')}>
        {common.map((action) => (
          <button key={action.name} type="button" className="button" onClick={() => setChosen(action)}>
            {action.title}
          </button>
        ))}
      </div>
    );
  return (
    <SchemaForm
      schema={wanted.input}
      controls={rich}
      name={`batch ${wanted.name}`}
      submitTitle={t('batch.do', { title: wanted.title, n })}
      onSend={async (body) => onSend(wanted, body)}
    >
      <button
        type="button"
        className="button"
        onClick={chosen === undefined ? onClose : () => setChosen(undefined)}
      >
        {t('site:act.cancel')}
      </button>
    </SchemaForm>
  );
}

function End({ batch, onClose }: { batch: ReturnType<typeof useBatch>; onClose: () => void }) {
  const { t } = useTranslation('desk');
  return (
    <div className="form-end">
      {batch.failed.length > 0 && !batch.isRunning && (
        <button type="button" className="button" onClick={() => void batch.retry()}>
          {t('batch.retry', { n: batch.failed.length })}
        </button>
      )}
      <button
        type="button"
        className="button primary"
        aria-disabled={batch.isRunning}
        onClick={() => (batch.isRunning ? undefined : onClose())}
      >
        {t('batch.close')}
      </button>
    </div>
  );
}
