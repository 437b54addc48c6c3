import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { useAsk } from '../api/asker.tsx';
import { Titled } from '../api/matters.ts';
import { overviewOf } from '../api/overview.ts';
import { addressOf } from '../api/processes.ts';
import { Lamp } from '../look/lamp.tsx';
import { useTime } from '../look/time.ts';
import { ListPage } from './list/list-page.tsx';
import type { Column } from './list/table.tsx';
import { stateOf } from './process/cards.tsx';

const Card = z.object({
  id: z.string(),
  level: z.enum(['yellow', 'red', 'letter']),
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

const source = { name: 'cards', path: 'cards', item: Card };

/** Cards and letters of supervision: the supervisors' list, and each unit's own. */
export function Supervision() {
  const { t } = useTranslation('staff');
  const levels = (['yellow', 'red', 'letter'] as const).map((value) => ({
    value,
    title: t(`card.${value}`),
  }));
  return (
    <ListPage
      title={t('card.title')}
      source={source}
      columns={useColumns()}
      filters={[
        { name: 'level', title: t('card.level'), options: levels },
        { name: 'show', title: t('card.state'), options: [{ value: 'all', title: t('card.all') }] },
      ]}
      keyOf={({ id }) => id}
      hrefOf={({ process }) => addressOf(process.href)}
      toneOf={({ level }) => (level === 'yellow' ? 'late' : 'danger')}
      empty={t('card.empty')}
    >
      <Numbers />
    </ListPage>
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
    { name: 'place', title: t('inbox.place'), show: ({ place }) => place?.title },
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

/** How things stand as a whole; each number opens what it counts. */
function Numbers() {
  const { t } = useTranslation('staff');
  const ask = useAsk();
  const { data } = useQuery(overviewOf(ask));
  if (data === undefined) return null;
  const { open, overdue, paused, withoutHolder, waiting } = data;
  return (
    <ul className="numbers">
      <Number to="/ledger?status=open" n={open} title={t('numbers.open')} />
      <Number to="/ledger?late=true&sort=due" n={overdue} title={t('numbers.overdue')} />
      <Number n={paused} title={t('numbers.paused')} />
      <Number n={withoutHolder} title={t('numbers.withoutHolder')} />
      {waiting > 0 && <Number n={waiting} title={t('numbers.waiting')} />}
    </ul>
  );
}

const Number = ({ to, n, title }: { to?: string; n: number; title: string }) => (
  <li>
    {to === undefined ? <b>{n}</b> : <Link to={to}>{n}</Link>} <span>{title}</span>
  </li>
);
