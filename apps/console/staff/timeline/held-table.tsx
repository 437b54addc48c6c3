import { useTranslation } from 'react-i18next';
import { useTime } from '../../look/time.ts';
import { useHolder } from './holder.ts';
import type { Held } from './read.ts';

const columns = ['heldMs', 'pausedMs', 'overMs'] as const;

/** Whose time it was: office hours in each pair of hands, paused, and past the due time. */
export function HeldTable({ hands, workDayMs }: { hands: readonly Held[]; workDayMs: number }) {
  const { t } = useTranslation('charts');
  const { span } = useTime();
  const holder = useHolder();
  return (
    <>
      <div className="numbers-box" role="group" aria-label={t('timeline.whose')} tabIndex={0}>
        <table className="numbers-table">
          <thead>
            <tr>
              <th scope="col">{t('timeline.who')}</th>
              <th scope="col">{t('timeline.tasks')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`timeline.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hands.map((held) => (
              <tr key={held.unit?.value ?? held.role}>
                <th scope="row">{holder(held)}</th>
                <td>{held.tasks}</td>
                {columns.map((column) => (
                  <td key={column} className={column === 'overMs' && held.overMs > 0 ? 'tl-over' : undefined}>
                    {held[column] < 60_000 ? '–' : span(held[column], workDayMs)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="hint">{t('timeline.hint', { hours: Math.round(workDayMs / 360_000) / 10 })}</p>
    </>
  );
}
