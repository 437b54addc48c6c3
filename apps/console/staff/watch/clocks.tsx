import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/processes.ts';
import { lightOf, toneOf } from '../../look/light.ts';
import { useAddress } from '../list/filter-bar.tsx';
import { ClockLine, clockQuery, groupings } from './clock.ts';
import type { ClockTab } from './clock.ts';
import { useClockColumns } from './clock-columns.tsx';
import { Listed } from './listed.tsx';

// Named like the overview, so that what makes that stale makes these stale.
const source = { name: 'overview', path: 'clocks', item: ClockLine, exports: 'clocks' };

/** The open clocks of a tab. Each can be urged by itself or together with others. */
export function Clocks({ tab }: { tab: ClockTab }) {
  const { t } = useTranslation('watch');
  const { search } = useAddress();
  const columns = useClockColumns();
  const query = clockQuery(search);
  query.set('state', tab);
  return (
    <Listed
      title={t(`list.${tab}`)}
      source={source}
      query={query}
      columns={columns}
      keyOf={({ id }) => id}
      hrefOf={({ process }) => addressOf(process.href)}
      titleOf={titleOf}
      toneOf={(line) => toneOf(lightOf(line))}
      actsAt={actsAt}
      isFiltered={groupings.some((name) => search.has(name))}
      empty={t(`empty.${tab}`)}
    />
  );
}

const titleOf = ({ process, task, hands }: ClockLine): string =>
  [process.number ?? process.label, task?.title, hands?.title].filter((one) => one !== undefined).join(' · ');

/** The clock of the whole waits for the same task as that task's own: where both are late, one is acted on. */
function actsAt({ of, task }: ClockLine, among: readonly ClockLine[]): string | undefined {
  const hasOwn = among.some((line) => line.of === 'task' && line.task?.id === task?.id);
  return of === 'whole' && hasOwn ? undefined : task?.href;
}
