import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Titled } from '../../api/matters.ts';
import { ListPage } from '../list/list-page.tsx';
import type { Column } from '../list/table.tsx';
import './admin.css';

const Role = z.object({
  role: Titled,
  a: z.int(),
  b: z.int(),
  rights: z.array(z.object({ relation: Titled, may: z.array(Titled) })),
});
type Role = z.infer<typeof Role>;

const source = { name: 'roles', path: 'roles', item: Role, exports: 'roles' };

/** The table of rights as it is in force: what each role may do, and to what. */
export function Roles() {
  const { t } = useTranslation('admin');
  return (
    <ListPage
      title={t('roles.title')}
      source={source}
      columns={useColumns()}
      filters={[]}
      keyOf={({ role }) => role.value}
      hrefOf={({ role }) => `/people?role=${role.value}`}
      empty={t('roles.empty')}
    />
  );
}

function useColumns(): readonly Column<Role>[] {
  const { t } = useTranslation('admin');
  const isEverybodys = ({ role }: Role) => role.value === 'resident';
  return [
    {
      name: 'role',
      title: t('roles.role'),
      isMain: true,
      show: (row) => (isEverybodys(row) ? t('roles.everybody') : row.role.title),
      note: (row) => (isEverybodys(row) ? undefined : t('roles.held', row)),
    },
    { name: 'may', title: t('roles.may'), show: ({ rights }) => <Rights rights={rights} /> },
  ];
}

function Rights({ rights }: Pick<Role, 'rights'>) {
  return (
    <dl className="rights">
      {rights.map(({ relation, may }) => (
        <div key={relation.value}>
          <dt>{relation.title}</dt>
          <dd>{may.map(({ title }) => title).join(' · ')}</dd>
        </div>
      ))}
    </dl>
  );
}
