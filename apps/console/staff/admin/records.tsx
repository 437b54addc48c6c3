import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Titled } from '../../api/matters.ts';
import { useTime } from '../../look/time.ts';
import { useAddress } from '../list/filter-bar.tsx';
import type { Filter } from '../list/filter-bar.tsx';
import { ListPage } from '../list/list-page.tsx';
import type { Column } from '../list/table.tsx';
import './admin.css';

const Changed = z.object({ field: Titled, before: z.string().nullable(), after: z.string().nullable() });

const Line = z.object({
  id: z.string(),
  at: z.string(),
  by: Titled,
  act: Titled,
  what: Titled,
  of: Titled,
  changes: z.array(Changed),
});
type Line = z.infer<typeof Line>;

const source = { name: 'records', path: 'records', item: Line, exports: 'records' };
const whats = ['place', 'unit', 'person', 'post', 'absence', 'session'] as const;

/** What the administrators changed, the latest first: from what to what. */
export function Records() {
  const { t } = useTranslation('admin');
  return (
    <ListPage
      title={t('records.title')}
      source={source}
      columns={useColumns()}
      filters={[
        {
          name: 'what',
          title: t('records.what'),
          options: whats.map((value) => ({ value, title: t(`records.whatOf.${value}`) })),
        },
        { name: 'by', title: t('records.by'), href: '/api/v1/people' },
        ...useOf(),
      ]}
      keyOf={({ id }) => id}
      hrefOf={({ of }) => `/records?of=${of.value}`}
      empty={t('records.empty')}
    />
  );
}

/** Only one thing's record, where the address says so; otherwise there is nothing to choose. */
function useOf(): Filter[] {
  const { t } = useTranslation('admin');
  const { search } = useAddress();
  const of = search.get('of');
  if (of === null) return [];
  return [{ name: 'of', title: t('records.of'), options: [{ value: of, title: t('records.one') }] }];
}

function useColumns(): readonly Column<Line>[] {
  const { t } = useTranslation('admin');
  const { at } = useTime();
  return [
    {
      name: 'act',
      title: t('records.act'),
      isMain: true,
      show: ({ act }) => act.title,
      note: ({ of }) => of.title,
    },
    { name: 'changes', title: t('records.changes'), show: ({ changes }) => <Changes changes={changes} /> },
    { name: 'by', title: t('records.by'), isTight: true, show: ({ by }) => by.title },
    { name: 'at', title: t('records.at'), isTight: true, show: (line) => at(line.at) },
  ];
}

function Changes({ changes }: Pick<Line, 'changes'>) {
  const { t } = useTranslation('admin');
  const { spoken } = useTime();
  const none = t('records.none');
  return (
    <ul className="held">
      {changes
        .filter(({ before, after }) => before !== after)
        .map(({ field, before, after }) => (
          <li key={field.value}>
            {spoken(
              t(before === null ? 'records.is' : 'records.from', {
                field: field.title,
                before: before ?? none,
                after: after ?? none,
              }),
            )}
          </li>
        ))}
    </ul>
  );
}
