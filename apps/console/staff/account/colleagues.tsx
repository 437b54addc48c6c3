import { useTranslation } from 'react-i18next';
import { useOutletContext } from 'react-router';
import { z } from 'zod';
import { Action } from '../../api/action.ts';
import type { Session } from '../../api/session.ts';
import { useTime } from '../../look/time.ts';
import { useName } from '../../text/name.ts';
import { ActionButtons } from '../action/buttons.tsx';
import { leadsUnit } from '../entry.ts';
import { ListPage } from '../list/list-page.tsx';
import type { Column } from '../list/table.tsx';

/** Somebody of the reader's unit. */
const Colleague = z.object({
  value: z.string(),
  title: z.string(),
  posts: z.array(z.object({ role: z.string(), rank: z.string(), isHead: z.boolean(), unit: z.string() })),
  away: z
    .object({ from: z.string(), until: z.string(), by: z.string().nullable(), isNow: z.boolean() })
    .nullable(),
  inHand: z.number(),
  late: z.number(),
  actions: z.array(Action),
});
type Colleague = z.infer<typeof Colleague>;

const source = { name: 'colleagues', path: 'colleagues', item: Colleague, exports: 'colleagues' };

/** The people of the units that the reader heads: who is there, who has how much in hand, and the way to hand it on. */
export function Colleagues() {
  const { t } = useTranslation(['staff', 'site']);
  const isHead = leadsUnit(useOutletContext<Session>());
  const columns = useColumns();
  if (!isHead) return <p className="state">{t('site:state.noRight')}</p>;
  return (
    <ListPage
      title={t('colleagues.title')}
      source={source}
      columns={columns}
      filters={[]}
      keyOf={({ value }) => value}
      hrefOf={({ value }) => `/inbox?box=todo&holder=${value}`}
      empty={t('colleagues.empty')}
    >
      <p className="hint under-head">{t('colleagues.hint')}</p>
    </ListPage>
  );
}

function useColumns(): readonly Column<Colleague>[] {
  const { t } = useTranslation('staff');
  return [
    {
      ...{ name: 'person', title: t('colleagues.person'), isMain: true },
      show: ({ title }) => title,
      note: ({ posts }) => <Posts of={posts} />,
    },
    {
      ...{ name: 'presence', title: t('colleagues.presence') },
      show: ({ away }) => <Presence isAway={away?.isNow === true} />,
      note: ({ away }) => away && <Span of={away} />,
    },
    {
      ...{ name: 'inHand', title: t('colleagues.inHand'), isTight: true },
      show: ({ inHand }) => t('colleagues.tasks', { n: inHand }),
      note: ({ late }) =>
        late > 0 && <span className="lamp yellow">{t('colleagues.late', { n: late })}</span>,
    },
    {
      ...{ name: 'act', title: t('colleagues.act'), isPinned: true },
      show: ({ actions }) => <ActionButtons actions={actions} isSmall />,
    },
  ];
}

/** A or B, of what, and whether he leads. */
function Posts({ of }: { of: Colleague['posts'] }) {
  const { t } = useTranslation('staff');
  const name = useName();
  return of
    .map(({ role, rank, isHead }) => {
      const marks = [name('term', 'role', role), t('account.rank', { rank })];
      return [...marks, ...(isHead ? [t('account.head')] : [])].join(' · ');
    })
    .join('；');
}

function Presence({ isAway }: { isAway: boolean }) {
  const { t } = useTranslation('staff');
  return (
    <span className={`lamp ${isAway ? 'blue' : 'green'}`}>
      <span aria-hidden>{isAway ? '▲' : '●'}</span> {t(isAway ? 'colleagues.away' : 'colleagues.here')}
    </span>
  );
}

function Span({ of: { from, until, by } }: { of: NonNullable<Colleague['away']> }) {
  const { t } = useTranslation('staff');
  const { at } = useTime();
  const span = t('account.current', { from: at(from), until: at(until) });
  return by === null ? span : `${span} · ${t('colleagues.by', { name: by })}`;
}
