import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { Titled } from '../../api/matters.ts';
import { Waiting } from '../../look/waiting.tsx';
import { When } from '../../look/when.tsx';
import { useAddress } from '../list/filter-bar.tsx';
import type { Column } from '../list/table.tsx';
import { PapersOfPlace } from '../matter/papers.tsx';
import { useHead } from './register.ts';
import { Registered, RegisterPage } from './register-page.tsx';

const Place = Registered.extend({
  level: Titled,
  policy: z.object({ name: z.string(), isOwn: z.boolean() }).nullable(),
  units: z.int(),
  posts: z.int(),
});
type Place = z.infer<typeof Place>;

const source = { name: 'places', path: 'register/places', item: Place, exports: 'places' };

/** The top of the tree, where its own row is wanted and not what lies below it. */
const TOP = '/places?top=true';

/** The grid tree. Where a single place stands at the top, the page begins with what lies below it. */
export function Places() {
  const { search } = useAddress();
  return search.size === 0 ? <Beginning /> : <Level />;
}

const Tops = z.object({ items: z.array(z.object({ id: z.string() })) });

function Beginning() {
  const ask = useAsk();
  const asked = useQuery({
    queryKey: ['register', 'tops'],
    queryFn: ({ signal }) => ask(Tops, at('register/places?limit=2'), { signal }),
  });
  return (
    <When asked={asked} waiting={<Waiting rows={8} />}>
      {({ items: [first, ...others] }) => (
        <Navigate
          replace
          to={first === undefined || others.length > 0 ? TOP : `/places?parent=${first.id}`}
        />
      )}
    </When>
  );
}

/** One level of the tree: a row opens what lies below it. */
function Level() {
  const { t } = useTranslation('admin');
  const { search } = useAddress();
  const parent = search.get('parent');
  const head = parent === null ? 'register/places?limit=1' : `register/places?limit=1&parent=${parent}`;
  return (
    <RegisterPage
      title={t('places.title')}
      head={head}
      source={source}
      columns={useColumns()}
      filters={[]}
      hrefOf={({ id }) => `/places?parent=${id}`}
      empty={t('places.empty')}
    >
      <Trail trail={useHead(head).trail} />
      {parent !== null && <PapersOfPlace id={parent} />}
    </RegisterPage>
  );
}

function Trail({ trail }: { trail: readonly Titled[] }) {
  const { t } = useTranslation('admin');
  return (
    <nav className="trail" aria-label={t('places.trail')}>
      <Link to={TOP}>{t('places.top')}</Link>
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
  ];
}

function Pack({ policy }: Pick<Place, 'policy'>) {
  const { t } = useTranslation('admin');
  if (policy === null) return t('places.noPolicy');
  return policy.isOwn ? policy.name : <span className="hint">{t('places.inherited', policy)}</span>;
}
