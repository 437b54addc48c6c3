import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { Action } from '../../api/action.ts';
import { Titled } from '../../api/matters.ts';
import { ActionButtons } from '../action/buttons.tsx';
import { useAddress } from '../list/filter-bar.tsx';
import { ListPage } from '../list/list-page.tsx';
import type { Column } from '../list/table.tsx';
import { PapersOfPlace } from '../matter/papers.tsx';
import { useHead, useStateFilter, useWithActs } from './register.ts';
import { Standing } from './standing.tsx';
import './admin.css';

const Place = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  level: Titled,
  policy: z.object({ name: z.string(), isOwn: z.boolean() }).nullable(),
  units: z.int(),
  posts: z.int(),
  endedAt: z.string().nullable(),
  actions: z.array(Action),
});
type Place = z.infer<typeof Place>;

const source = { name: 'places', path: 'register/places', item: Place, exports: 'places' };

/** The grid tree, one level at a time: a row opens what lies below it. */
export function Places() {
  const { t } = useTranslation('admin');
  const { search } = useAddress();
  const parent = search.get('parent');
  const { actions, trail } = useHead(
    parent === null ? 'register/places?limit=1' : `register/places?limit=1&parent=${parent}`,
  );
  return (
    <ListPage
      title={t('places.title')}
      source={source}
      columns={useWithActs(useColumns(), 'systemAdministrator')}
      filters={[{ name: 'q', title: t('places.found'), isText: true }, useStateFilter(['ended', 'all'])]}
      keyOf={({ id }) => id}
      hrefOf={({ id }) => `/places?parent=${id}`}
      empty={t('places.empty')}
    >
      <Trail trail={trail} />
      {parent !== null && <PapersOfPlace id={parent} />}
      <ActionButtons actions={actions} isMain isRepeated />
    </ListPage>
  );
}

function Trail({ trail }: { trail: readonly Titled[] }) {
  const { t } = useTranslation('admin');
  return (
    <nav className="trail" aria-label={t('places.trail')}>
      <Link to="/places">{t('places.top')}</Link>
      {trail.map(({ value, title }) => (
        <Link key={value} to={`/places?parent=${value}`}>
          {title}
        </Link>
      ))}
    </nav>
  );
}

function useColumns(): readonly Column<Place>[] {
  const { t } = useTranslation('admin');
  return [
    {
      name: 'name',
      title: t('name'),
      isMain: true,
      show: ({ title }) => title,
      note: ({ code }) => <span className="code">{code}</span>,
    },
    { name: 'level', title: t('level'), isTight: true, show: ({ level }) => level.title },
    { name: 'policy', title: t('places.policy'), show: ({ policy }) => <Pack policy={policy} /> },
    {
      name: 'inside',
      title: t('places.inside'),
      isTight: true,
      show: ({ units, posts }) => `${units} / ${posts}`,
    },
    {
      name: 'state',
      title: t('state.title'),
      isTight: true,
      show: ({ endedAt }) => <Standing state={endedAt === null ? 'standing' : 'ended'} />,
    },
    {
      name: 'act',
      title: t('act'),
      isPinned: true,
      show: ({ actions }) => <ActionButtons actions={actions} isSmall most={1} />,
    },
  ];
}

function Pack({ policy }: Pick<Place, 'policy'>) {
  const { t } = useTranslation('admin');
  if (policy === null) return t('places.noPolicy');
  return policy.isOwn ? policy.name : <span className="hint">{t('places.inherited', policy)}</span>;
}
