import { useTranslation } from 'react-i18next';
import type { BatchRow, Result } from './use-batch.ts';

const shapes: Readonly<Record<Result['state'], string>> = {
  waiting: '○',
  running: '◔',
  done: '✓',
  refused: '✕',
  unknown: '…',
  lost: '!',
};

type Props = { rows: readonly BatchRow[]; results: Readonly<Record<string, Result>>; settled: number };

/** How far many acts have come: a bar, and a line for each with its outcome in words. */
export function BatchResults({ rows, results, settled }: Props) {
  const { t } = useTranslation('desk');
  return (
    <>
      <label className="batch-bar">
        <span>{t('batch.progress', { n: settled, all: rows.length })}</span>
        <progress value={settled} max={rows.length} />
      </label>
      <ul className="batch-rows" aria-live="polite">
        {rows.map(({ id, title }) => {
          const { state, said } = results[id] ?? { state: 'waiting' };
          return (
            <li key={id} data-state={state}>
              <span>{title}</span>
              <strong>
                <span aria-hidden>{shapes[state]}</span> {t(`batch.state.${state}`)}
              </strong>
              {said !== undefined && <p className="hint">{said}</p>}
            </li>
          );
        })}
      </ul>
    </>
  );
}
