import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { Titled } from '../../api/matters.ts';
import { addressOf } from '../../api/processes.ts';
import { useTime } from '../../look/time.ts';
import { Waiting } from '../../look/waiting.tsx';
import { When } from '../../look/when.tsx';
import { useName } from '../../text/name.ts';
import { Exports } from '../list/exports.tsx';
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
  const ask = useAsk();
  const asked = useQuery({
    queryKey: ['cards', 'without holder'],
    queryFn: () => ask(Answer, at('cards?limit=1')),
  });
  return (
    <When asked={asked} waiting={<Waiting rows={6} />}>
      {({ withoutHolder }) =>
        withoutHolder.length === 0 ? (
          <p className="state">{t('empty.holder')}</p>
        ) : (
          <Lines lines={withoutHolder} />
        )
      }
    </When>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation('watch');
  const { at: told } = useTime();
  const name = useName();
  return (
    <>
      <div className="list-tools">
        <Exports list="without-holder" title={t('tab.holder')} wish="" />
      </div>
      <Table<Line>
        label={t('tab.holder')}
        rows={lines}
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
    </>
  );
}
