import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Action } from '../../api/action.ts';
import { Titled } from '../../api/matters.ts';
import { useTime } from '../../look/time.ts';
import { browserOf } from '../account/browser.ts';
import { ActionButtons } from '../action/buttons.tsx';
import { ListPage } from '../list/list-page.tsx';
import type { Column } from '../list/table.tsx';

const Session = z.object({
  id: z.string(),
  personId: z.string(),
  person: Titled.nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  agent: z.string().nullable(),
  isCurrent: z.boolean(),
  actions: z.array(Action),
});
type Session = z.infer<typeof Session>;

const source = { name: 'sessions', path: 'sessions', item: Session, exports: 'sessions' };

/** Who is signed in where; ending one turns that browser away at its next step. */
export function Sessions() {
  const { t } = useTranslation('admin');
  return (
    <ListPage
      title={t('sessions.title')}
      source={source}
      columns={useColumns()}
      filters={[{ name: 'person', title: t('sessions.person'), href: '/api/v1/people' }]}
      keyOf={({ id }) => id}
      hrefOf={({ personId }) => `/sessions?person=${personId}`}
      empty={t('sessions.empty')}
    />
  );
}

function useColumns(): readonly Column<Session>[] {
  const { t } = useTranslation('admin');
  const { at } = useTime();
  return [
    {
      name: 'person',
      title: t('sessions.person'),
      isMain: true,
      show: ({ person }) => person?.title ?? t('sessions.resident'),
      note: ({ isCurrent }) => (isCurrent ? t('sessions.current') : undefined),
    },
    { name: 'since', title: t('sessions.since'), isTight: true, show: ({ createdAt }) => at(createdAt) },
    {
      name: 'until',
      title: t('sessions.until'),
      isTight: true,
      show: ({ expiresAt }) => at(expiresAt, 'short'),
    },
    {
      name: 'agent',
      title: t('sessions.agent'),
      isForDesk: true,
      show: ({ agent }) => browserOf(agent),
    },
    {
      name: 'act',
      title: t('act'),
      isPinned: true,
      show: ({ actions }) => <ActionButtons actions={actions} isSmall />,
    },
  ];
}
