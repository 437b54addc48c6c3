import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { Titled } from '../../api/matters.ts';
import { addressOf } from '../../api/processes.ts';
import { useTime } from '../../look/time.ts';
import { Trouble } from '../../look/trouble.tsx';
import { useName } from '../../text/name.ts';
import { Waiting } from './listed.tsx';
import { Table } from '../list/table.tsx';

const Line = z.object({
  task: z.string(),
  title: z.string(),
  process: z.object({ href: z.string(), process: Titled, number: z.string().nullable() }),
  place: Titled.nullable(),
  unit: Titled.nullable(),
  reason: z.string(),
  since: z.string(),
  wentTo: z.object({ person: Titled.nullable(), unit: Titled.nullable() }).nullable(),
});
type Line = z.infer<typeof Line>;

const Answer = z.object({ withoutHolder: z.array(Line) });

/** Tasks that nobody was there for, the oldest first, and to whom they went (practice.md, fine point 12). */
export function WithoutHolder() {
  const { t } = useTranslation('watch');
  const { at: told } = useTime();
  const name = useName();
  const ask = useAsk();
  const { data, error, refetch } = useQuery({
    queryKey: ['cards', 'without holder'],
    queryFn: () => ask(Answer, at('cards?limit=1')),
  });
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  if (data.withoutHolder.length === 0) return <p className="state">{t('empty.holder')}</p>;
  return (
    <Table<Line>
      label={t('tab.holder')}
      rows={data.withoutHolder}
      keyOf={({ task }) => task}
      hrefOf={({ process }) => addressOf(process.href)}
      columns={[
        {
          name: 'matter',
          title: t('column.matter'),
          isMain: true,
          show: ({ title, process }) => `${title} · ${process.process.title}`,
          note: ({ process }) => process.number,
        },
        { name: 'asked', title: t('holder.asked'), show: ({ unit, place }) => unit?.title ?? place?.title },
        { name: 'reason', title: t('holder.reason'), show: ({ reason }) => name('watch', 'why', reason) },
        { name: 'since', title: t('holder.since'), show: ({ since }) => told(since, 'short') },
        {
          name: 'wentTo',
          title: t('holder.wentTo'),
          show: ({ wentTo }) => wentTo?.person?.title ?? t('holder.nobody'),
          note: ({ wentTo }) => wentTo?.unit?.title,
        },
      ]}
    />
  );
}
