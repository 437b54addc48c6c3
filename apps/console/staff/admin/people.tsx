import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTime } from '../../look/time.ts';
import { ActionButtons } from '../action/buttons.tsx';
import type { Doing } from '../action/drawer.tsx';
import { ListPage } from '../list/list-page.tsx';
import type { Column } from '../list/table.tsx';
import { Account, roles } from './account.ts';
import { Posts } from './posts.tsx';
import { useHead, useStateFilter, useWithActs } from './register.ts';
import { Secret } from './secret.tsx';
import type { Told } from './secret.tsx';
import { Standing } from './standing.tsx';
import './admin.css';

const source = { name: 'people', path: 'register/people', item: Account, exports: 'people' };

/** The accounts of the staff with their posts; a new password is shown once, beside the page. */
export function People() {
  const { t } = useTranslation(['admin', 'term']);
  const { actions } = useHead('register/people?limit=1');
  const [told, setTold] = useState<Told>();
  const onDone: Doing = (_action, { password, until }) => {
    if (password !== undefined) setTold({ password, until });
  };
  return (
    <ListPage
      title={t('people.title')}
      source={source}
      columns={useWithActs(useColumns(onDone), 'systemAdministrator', 'securityAdministrator')}
      filters={[
        { name: 'q', title: t('search'), isText: true },
        {
          name: 'role',
          title: t('people.role'),
          options: roles.map((value) => ({ value, title: t(`term:role.${value}`) })),
        },
        { name: 'unit', title: t('people.unit'), href: '/api/v1/units' },
        useStateFilter(['without', 'away', 'locked', 'ended', 'all']),
      ]}
      keyOf={({ id }) => id}
      hrefOf={({ id }) => `/records?of=${id}`}
      empty={t('people.empty')}
    >
      <ActionButtons actions={actions} isMain onDone={onDone} />
      <p className="hint under-head">{t('people.hint')}</p>
      <Secret told={told} onClose={() => setTold(undefined)} />
    </ListPage>
  );
}

function useColumns(onDone: Doing): readonly Column<Account>[] {
  const { t } = useTranslation('admin');
  const { at } = useTime();
  return [
    {
      name: 'person',
      title: t('people.person'),
      isMain: true,
      show: ({ title }) => title,
      note: ({ account, email }) => [account, email].filter((part) => part !== null).join(' · '),
    },
    { name: 'posts', title: t('people.posts'), show: ({ posts }) => <Posts posts={posts} /> },
    {
      name: 'state',
      title: t('state.title'),
      isTight: true,
      show: ({ state }) => <Standing state={state} />,
      note: ({ away }) => away && t('people.away', { until: at(away.until, 'short') }),
    },
    {
      name: 'signIn',
      title: t('people.lastSignIn'),
      isTight: true,
      show: ({ lastSignIn }) => (lastSignIn === null ? t('people.never') : at(lastSignIn, 'short')),
      note: ({ sessions }) => (sessions === 0 ? undefined : t('people.open', { n: sessions })),
    },
    {
      name: 'act',
      title: t('act'),
      isPinned: true,
      show: ({ actions }) => <ActionButtons actions={actions} isSmall most={1} onDone={onDone} />,
    },
  ];
}
