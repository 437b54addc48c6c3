import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Titled } from '../../api/matters.ts';
import type { Column } from '../list/table.tsx';
import { Registered, RegisterPage } from './register-page.tsx';

const Unit = Registered.extend({
  kind: Titled,
  place: Titled,
  superior: Titled.nullable(),
  handles: z.boolean(),
  a: z.int(),
  b: z.int(),
  heads: z.array(z.string()),
  isVacant: z.boolean(),
});
type Unit = z.infer<typeof Unit>;

const source = { name: 'units', path: 'register/units', item: Unit, exports: 'units' };
const kinds = ['department', 'subdistrict', 'community', 'supervision', 'station', 'deputy'] as const;

/** The units with who is there; one without an A post stands out. A row opens its people. */
export function Units() {
  const { t } = useTranslation('admin');
  return (
    <RegisterPage
      title={t('units.title')}
      head="register/units?limit=1"
      source={source}
      columns={useColumns()}
      filters={[
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
      ]}
      hrefOf={({ id }) => `/people?unit=${id}`}
      toneOf={({ isVacant }) => (isVacant ? 'yellow' : undefined)}
      empty={t('units.empty')}
    />
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
