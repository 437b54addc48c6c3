// The workbench: what is mine to do, what I have in hand, what I did, what I was told of, what I began.
// Rows say what comes next and how long is left; whatever they need is done from here, with keys or with the mouse.
import { useTranslation } from 'react-i18next';
import { useOutletContext, useSearchParams } from 'react-router';
import type { Session } from '../../api/session.ts';
import { addressOf } from '../../api/processes.ts';
import { lightOf, toneOf } from '../../look/light.ts';
import { leadsUnit } from '../entry.ts';
import type { Filter } from '../list/filter-bar.tsx';
import { ListPage } from '../list/list-page.tsx';
import { useSteps } from '../process/names.ts';
import { Boxes, isBox, isOpenBox } from './boxes.tsx';
import { useDeskColumns, useLineTitle } from './columns.tsx';
import { DeskLine } from './line.ts';
import './desk.css';

/** Time runs while one looks: what is left is asked for again. Milliseconds. */
const EVERY = 60_000;
const source = {
  name: 'tasks',
  path: 'tasks',
  item: DeskLine,
  exports: 'tasks',
  usual: { box: 'todo' },
  every: EVERY,
};

/** By step; and for heads, and whoever comes from their list of people, by who has it in hand. */
function useFilters(isByHolder: boolean): readonly Filter[] {
  const { t } = useTranslation('desk');
  const isHead = leadsUnit(useOutletContext<Session>());
  const steps = { name: 'step', title: t('column.step'), options: useSteps() };
  const holder = { name: 'holder', title: t('column.holder'), href: '/api/v1/colleagues' };
  return isHead || isByHolder ? [steps, holder] : [steps];
}

/** My workbench. */
export function Desk() {
  const { t } = useTranslation('desk');
  const [search] = useSearchParams();
  const wanted = search.get('box');
  const box = isBox(wanted) ? wanted : 'todo';
  const isOpen = isOpenBox(box);
  const query = new URLSearchParams({ box, ...Object.fromEntries(search) }).toString();
  return (
    <ListPage
      key={box}
      title={t('title')}
      source={source}
      columns={useDeskColumns(box)}
      filters={useFilters(search.has('holder'))}
      keyOf={({ id }) => id}
      hrefOf={({ process }) => addressOf(process.href)}
      toneOf={(line) => (isOpen ? toneOf(lightOf(line)) : undefined)}
      actsAt={isOpen ? ({ href }) => href : undefined}
      titleOf={useLineTitle()}
      state={isOpen ? { desk: query } : undefined}
      empty={t(`empty.${box}`)}
    >
      <Boxes box={box} />
    </ListPage>
  );
}
