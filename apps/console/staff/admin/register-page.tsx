import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Action } from '../../api/action.ts';
import { ActionButtons } from '../action/buttons.tsx';
import { ListPage } from '../list/list-page.tsx';
import type { Props as ListProps } from '../list/list-page.tsx';
import type { Column } from '../list/table.tsx';
import { useHead, useStateFilter, useWithActs } from './register.ts';
import { Standing } from './standing.tsx';
import './admin.css';

/** What places and units have in common: a name and a code, and that they stand until they end. */
export const Registered = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  endedAt: z.string().nullable(),
  actions: z.array(Action),
});
export type Registered = z.infer<typeof Registered>;

type Props<T> = Omit<ListProps<T>, 'keyOf'> & {
  /** The address, below the API's, of the list whose head says what may be added. */
  head: string;
};

/** A page of the register: found by name, each with how it stands and what may be done with it, and what may be added. */
export function RegisterPage<T extends Registered>({ head, filters, columns, children, ...props }: Props<T>) {
  const { t } = useTranslation('admin');
  const { actions } = useHead(head);
  const state = useStateFilter(['ended', 'all']);
  return (
    <ListPage<T>
      {...props}
      columns={useWithActs([...columns, ...useLastColumns()], 'systemAdministrator')}
      filters={[{ name: 'q', title: t('places.found'), isText: true }, ...filters, state]}
      keyOf={({ id }) => id}
    >
      {children}
      <ActionButtons actions={actions} isMain isRepeated />
    </ListPage>
  );
}

function useLastColumns(): readonly Column<Registered>[] {
  const { t } = useTranslation('admin');
  return [
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
