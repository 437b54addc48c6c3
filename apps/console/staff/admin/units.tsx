import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Action } from '../../api/action.ts';
import { Titled } from '../../api/matters.ts';
import { ActionButtons } from '../action/buttons.tsx';
import { ListPage } from '../list/list-page.tsx';
import type { Column } from '../list/table.tsx';
import { useHead, useStateFilter, useWithActs } from './register.ts';
import { Standing } from './standing.tsx';
import './admin.css';

const Unit = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  kind: Titled,
  place: Titled,
  superior: Titled.nullable(),
  handles: z.boolean(),
  a: z.int(),
  b: z.int(),
  heads: z.array(z.string()),
  isVacant: z.boolean(),
  endedAt: z.string().nullable(),
  actions: z.array(Action),
});
type Unit = z.infer<typeof Unit>;

const source = { name: 'units', path: 'register/units', item: Unit, exports: 'units' };
const kinds = ['department', 'subdistrict', 'community', 'supervision', 'station', 'deputy'] as const;

/** The units with who is there; one without an A post stands out. A row opens its people. */
export function Units() {
  const { t } = useTranslation('admin');
  const { actions } = useHead('register/units?limit=1');
  return (
    <ListPage
      title={t('units.title')}
      source={source}
      columns={useWithActs(useColumns(), 'systemAdministrator')}
      filters={[
        { name: 'q', title: t('places.found'), isText: true },
        {
          name: 'kind',
          title: t('units.kind'),
          options: kinds.map((value) => ({ value, title: t(`units.kindOf.${value}`) })),
        },
        {
          name: 'vacant',
          title: t('units.vacantOnly'),
          options: [{ value: 'true', title: t('units.vacantOnly') }],
        },
        useStateFilter(['ended', 'all']),
      ]}
      keyOf={({ id }) => id}
      hrefOf={({ id }) => `/people?unit=${id}`}
      toneOf={({ isVacant }) => (isVacant ? 'yellow' : undefined)}
      empty={t('units.empty')}
    >
      <ActionButtons actions={actions} isMain isRepeated />
    </ListPage>
  );
}

function useColumns(): readonly Column<Unit>[] {
  const { t } = useTranslation('admin');
  return [
    {
      name: 'name',
      title: t('name'),
      isMain: true,
      show: ({ title }) => title,
      note: ({ code, kind }) => `${kind.title} · ${code}`,
    },
    {
      name: 'place',
      title: t('units.place'),
      show: ({ place }) => place.title,
      note: ({ handles }) => (handles ? undefined : t('units.handles')),
    },
    { name: 'superior', title: t('units.superior'), show: ({ superior }) => superior?.title },
    { name: 'posts', title: t('units.posts'), isTight: true, show: (unit) => <Held unit={unit} /> },
    { name: 'heads', title: t('units.heads'), show: ({ heads }) => heads.join('、') },
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

function Held({ unit: { a, b, isVacant } }: { unit: Unit }) {
  const { t } = useTranslation('admin');
  return (
    <>
      {a} / {b}{' '}
      {isVacant && (
        <span className="lamp yellow">
          <span aria-hidden="true">■</span> {t('units.vacant')}
        </span>
      )}
    </>
  );
}
