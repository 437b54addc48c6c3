import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Titled } from '../../api/matters.ts';
import { addressOf } from '../../api/processes.ts';
import { Lamp } from '../../look/lamp.tsx';
import { useTime } from '../../look/time.ts';
import { Where } from '../../look/where.tsx';
import { FilterBar, useAddress } from '../list/filter-bar.tsx';
import type { Column } from '../list/table.tsx';
import { stateOf } from '../process/cards.tsx';
import { Listed } from './listed.tsx';

const levels = ['yellow', 'red', 'letter'] as const;

const Card = z.object({
  id: z.string(),
  level: z.enum(levels),
  process: z.object({ href: z.string(), label: z.string(), number: z.string().nullable() }),
  unit: Titled.nullable(),
  place: Titled.nullable(),
  setAt: z.string(),
  replyDueAt: z.string().nullable(),
  clearedAt: z.string().nullable(),
  liftedAt: z.string().nullable(),
  liftedReason: z.string().nullable(),
});
type Card = z.infer<typeof Card>;

const source = { name: 'cards', path: 'cards', item: Card, exports: 'cards' };

/** Cards and letters of supervision: the supervisors' list, and each unit's own. */
export function CardList() {
  const { t } = useTranslation('staff');
  const { search } = useAddress();
  const filters = ['level', 'show'].filter((name) => search.has(name));
  const query = new URLSearchParams(filters.map((name) => [name, search.get(name) ?? '']));
  return (
    <>
      <FilterBar
        filters={[
          {
            name: 'level',
            title: t('card.level'),
            options: levels.map((value) => ({ value, title: t(`card.${value}`) })),
          },
          { name: 'show', title: t('card.state'), options: [{ value: 'all', title: t('card.all') }] },
        ]}
      />
      <Listed
        title={t('card.title')}
        source={source}
        query={query}
        columns={useColumns()}
        keyOf={({ id }) => id}
        hrefOf={({ process }) => addressOf(process.href)}
        toneOf={({ level }) => (level === 'yellow' ? 'late' : 'danger')}
        isFiltered={filters.length > 0}
        empty={t('card.empty')}
      />
    </>
  );
}

function useColumns(): readonly Column<Card>[] {
  const { t } = useTranslation('staff');
  const { at, spoken } = useTime();
  const short = (moment: string) => at(moment, 'short');
  return [
    {
      name: 'matter',
      title: t('inbox.matter'),
      isMain: true,
      show: ({ process }) => `${process.number ?? t('inbox.unnumbered')} ${spoken(process.label)}`,
    },
    { name: 'level', title: t('card.level'), show: ({ level }) => <Lamp light={level} /> },
    { name: 'unit', title: t('card.unit'), show: ({ unit, place }) => unit?.title ?? place?.title },
    { name: 'place', title: t('inbox.place'), show: ({ place }) => <Where place={place} /> },
    { name: 'setAt', title: t('card.setAt'), show: ({ setAt }) => short(setAt) },
    { name: 'reply', title: t('card.reply'), show: ({ replyDueAt }) => replyDueAt && short(replyDueAt) },
    {
      name: 'state',
      title: t('card.state'),
      show: (card) => (
        <>
          {stateOf(card, short, t)}{' '}
          {card.liftedReason !== null && <span className="hint">{card.liftedReason}</span>}
        </>
      ),
    },
  ];
}
