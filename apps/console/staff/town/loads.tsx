import { useTranslation } from 'react-i18next';
import type { Process } from '../../api/processes.ts';

type Load = Process['desk']['loads'][number];

/** How much each unit has taken on, the least first: who has taken nothing yet is seen at once. */
export function Loads({ loads }: { loads: readonly Load[] }) {
  const { t } = useTranslation('town');
  const without = loads.filter(({ n }) => n === 0).length;
  const sorted = [...loads].sort((a, b) => a.n - b.n || a.unit.title.localeCompare(b.unit.title));
  return (
    <details open={loads.length <= 12}>
      <summary>{t('loads.title', { n: loads.length, without })}</summary>
      <ul className="loads">
        {sorted.map((load) => (
          <LoadLine key={load.unit.value} load={load} />
        ))}
      </ul>
    </details>
  );
}

/** A unit with as many marks as it has, of as many as it may have; the count stands beside them. */
export function LoadLine({ load: { unit, n, of } }: { load: Load }) {
  return (
    <li>
      <span>{unit.title}</span>
      <span aria-hidden className="load-marks">
        {'■'.repeat(n)}
        {'□'.repeat(Math.max(0, (of ?? n) - n))}
      </span>
      <b>{of === null ? n : `${n}/${of}`}</b>
    </li>
  );
}
