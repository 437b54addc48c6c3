import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { useAsk } from '../api/asker.tsx';
import { Titled } from '../api/matters.ts';
import { taskCountsOf } from '../api/overview.ts';
import type { TaskCounts } from '../api/overview.ts';
import { Triage } from '../look/lamp.tsx';
import { lightOf, toneOf } from '../look/light.ts';
import { useTime } from '../look/time.ts';
import { ListPage } from './list/list-page.tsx';
import { useAddress } from './list/filter-bar.tsx';
import type { Column } from './list/table.tsx';
import { useProcess } from './process/names.ts';
import { TimeLeft } from './time-left.tsx';

const InboxTask = z.object({
  id: z.string(),
  title: z.string(),
  ask: z.string(),
  step: Titled.nullable(),
  matter: z.object({
    id: z.string(),
    number: z.string().nullable(),
    receipt: z.string(),
    kind: Titled.nullable(),
    colour: z.string().nullable(),
    place: Titled.nullable(),
  }),
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
  const { steps } = useProcess();
  return (
    <ListPage
      title={t('inbox.title')}
      source={source}
      columns={useColumns()}
      filters={[
        {
          name: 'step',
          title: t('inbox.step'),
          options: steps.map(({ name, title }) => ({ value: name, title })),
        },
      ]}
      keyOf={({ id }) => id}
      hrefOf={({ matter }) => `/matters/${matter.id}`}
      toneOf={(task) => toneOf(lightOf(task))}
      empty={t('inbox.empty')}
    >
      <Tallies />
    </ListPage>
  );
}

function useColumns(): readonly Column<InboxTask>[] {
  const { t } = useTranslation('staff');
  const { at } = useTime();
  return [
    {
      name: 'todo',
      title: t('inbox.todo'),
      isMain: true,
      show: ({ title, matter }) => `${title} · ${matter.kind?.title ?? ''}`,
      note: ({ ask }) => ask,
    },
    {
      name: 'left',
      title: t('inbox.left'),
      isTight: true,
      show: (task) => <TimeLeft of={task} isShort />,
      note: ({ dueAt }) => dueAt && t('left.due', { at: at(dueAt, 'short') }),
    },
    { name: 'place', title: t('inbox.place'), show: ({ matter }) => matter.place?.title },
    { name: 'colour', title: t('inbox.colour'), show: ({ matter }) => <Triage colour={matter.colour} /> },
    {
      name: 'number',
      isTight: true,
      title: t('inbox.number'),
      show: ({ matter }) => matter.number ?? matter.receipt,
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
      show: ({ title, matter }) => (
        <Link
          className="quiet"
          to={`/matters/${matter.id}`}
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
