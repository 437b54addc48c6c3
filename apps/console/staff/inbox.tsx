import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { useAsk } from '../api/asker.tsx';
import { Titled } from '../api/matters.ts';
import { addressOf } from '../api/processes.ts';
import { taskCountsOf } from '../api/overview.ts';
import type { TaskCounts } from '../api/overview.ts';
import { Triage } from '../look/lamp.tsx';
import { lightOf, toneOf } from '../look/light.ts';
import { useTime } from '../look/time.ts';
import { ListPage } from './list/list-page.tsx';
import { useAddress } from './list/filter-bar.tsx';
import type { Column } from './list/table.tsx';
import { useSteps } from './process/names.ts';
import { TimeLeft } from './time-left.tsx';

const InboxTask = z.object({
  id: z.string(),
  title: z.string(),
  ask: z.string(),
  step: Titled.nullable(),
  /** What it is a task of; `matter` says more where that is one. */
  process: z.object({
    href: z.string(),
    process: Titled,
    label: z.string(),
    number: z.string().nullable(),
    place: Titled.nullable(),
  }),
  matter: z.object({ receipt: z.string(), colour: z.string().nullable() }).nullable(),
  unit: Titled.nullable(),
  heldBy: Titled.nullable(),
  card: z.string().nullable(),
  openedAt: z.string(),
  dueAt: z.string().nullable(),
  isPaused: z.boolean(),
  isOverdue: z.boolean(),
});
type InboxTask = z.infer<typeof InboxTask>;

const source = { name: 'tasks', path: 'tasks', item: InboxTask };

/** What waits for me, the least time left first. */
export function Inbox() {
  const { t } = useTranslation('staff');
  const steps = useSteps();
  return (
    <ListPage
      title={t('inbox.title')}
      source={source}
      columns={useColumns()}
      filters={[
        {
          name: 'step',
          title: t('inbox.step'),
          options: steps,
        },
      ]}
      keyOf={({ id }) => id}
      hrefOf={({ process }) => addressOf(process.href)}
      toneOf={(task) => toneOf(lightOf(task))}
      empty={t('inbox.empty')}
    >
      <Tallies />
    </ListPage>
  );
}

function useColumns(): readonly Column<InboxTask>[] {
  const { t } = useTranslation('staff');
  const { at, spoken } = useTime();
  return [
    {
      name: 'todo',
      title: t('inbox.todo'),
      isMain: true,
      show: ({ title, process }) => `${title} · ${spoken(process.label)}`,
      note: ({ ask, process, matter }) => (matter === null ? `${process.process.title}：${ask}` : ask),
    },
    {
      name: 'left',
      title: t('inbox.left'),
      isTight: true,
      show: (task) => <TimeLeft of={task} isShort />,
      note: ({ dueAt }) => dueAt && t('left.due', { at: at(dueAt, 'short') }),
    },
    { name: 'place', title: t('inbox.place'), show: ({ process }) => process.place?.title },
    { name: 'colour', title: t('inbox.colour'), show: ({ matter }) => <Triage colour={matter?.colour} /> },
    {
      name: 'number',
      isTight: true,
      title: t('inbox.number'),
      show: ({ process, matter }) => process.number ?? matter?.receipt,
    },
    {
      name: 'holder',
      title: t('inbox.holder'),
      show: ({ heldBy }) => heldBy?.title ?? <span className="hint">{t('inbox.free')}</span>,
    },
    {
      name: 'act',
      title: t('inbox.act'),
      isPinned: true,
      isForDesk: true,
      show: ({ title, process }) => (
        <Link
          className="quiet"
          to={addressOf(process.href)}
          aria-label={`${t('inbox.open')} ${title}`}
          tabIndex={-1}
        >
          {t('inbox.open')}
        </Link>
      ),
    },
  ];
}

const sorts = ['all', 'late', 'today', 'mine', 'free'] as const satisfies readonly (keyof TaskCounts)[];

/** How much of each sort there is; each number narrows the list to it. */
function Tallies() {
  const { t } = useTranslation('staff');
  const ask = useAsk();
  const { search, set } = useAddress();
  const { data: counts } = useQuery(taskCountsOf(ask));
  const shown = search.get('show') ?? 'all';
  return (
    <div className="tallies" role="group" aria-label={t('inbox.title')}>
      {sorts.map((sort) => (
        <button
          key={sort}
          type="button"
          className="tally"
          aria-pressed={shown === sort}
          onClick={() => set({ show: sort === 'all' ? undefined : sort })}
        >
          {t(`inbox.${sort}`)} <b>{counts?.[sort] ?? ''}</b>
        </button>
      ))}
    </div>
  );
}
