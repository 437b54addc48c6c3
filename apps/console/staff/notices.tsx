import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { at } from '../api/ask.ts';
import { useAsk } from '../api/asker.tsx';
import { addressOf } from '../api/processes.ts';
import { useTime } from '../look/time.ts';
import { ListPage } from './list/list-page.tsx';
import type { Column } from './list/table.tsx';
import { Notice, useNoticeText } from './notice-text.ts';

const source = { name: 'notices', path: 'notices', item: Notice, exports: 'notices' };

/** Reads one notice, or all of them. */
function useMark(): (id?: string) => Promise<void> {
  const ask = useAsk();
  const client = useQueryClient();
  return async (id) => {
    const path = id === undefined ? 'notices' : `notices/${id}`;
    await ask(z.unknown(), at(path), { method: 'PATCH', body: { isRead: true } });
    await client.invalidateQueries({ queryKey: ['notices'] });
  };
}

/** What the product told this person, by whatever channel. */
export function Notices() {
  const { t } = useTranslation('staff');
  const mark = useMark();
  return (
    <ListPage
      title={t('notices.title')}
      source={source}
      columns={useColumns(mark)}
      filters={[
        {
          name: 'unread',
          title: t('notices.unread'),
          options: [{ value: 'true', title: t('notices.unread') }],
        },
      ]}
      keyOf={({ id }) => id}
      hrefOf={({ href }) => addressOf(href)}
      onOpen={({ id, readAt }) => void (readAt === null && mark(id))}
      toneOf={({ readAt }) => (readAt === null ? 'unread' : undefined)}
      empty={t('notices.empty')}
    >
      <button type="button" className="button" onClick={() => void mark()}>
        {t('notices.markAll')}
      </button>
    </ListPage>
  );
}

function useColumns(mark: (id: string) => Promise<void>): readonly Column<Notice>[] {
  const { t } = useTranslation('staff');
  const { at: written } = useTime();
  const text = useNoticeText();
  return [
    { name: 'what', title: t('notices.what'), isMain: true, show: (notice) => text(notice) },
    { name: 'when', title: t('notices.when'), show: ({ createdAt }) => written(createdAt, 'short') },
    { name: 'channel', title: t('notices.channel'), show: (notice) => <Channel of={notice} /> },
    {
      name: 'mark',
      title: t('inbox.act'),
      isPinned: true,
      show: ({ id, readAt }) =>
        readAt === null ? (
          <button type="button" className="quiet" onClick={() => void mark(id)}>
            {t('notices.mark')}
          </button>
        ) : (
          <span className="hint">{t('notices.read')}</span>
        ),
    },
  ];
}

function Channel({ of: { channel, deliveredAt, forPerson } }: { of: Notice }) {
  const { t } = useTranslation(['staff', 'term']);
  const { at: written } = useTime();
  return (
    <>
      {channel === 'email' ? t('term:channel.email') : t('term:channel.console')}{' '}
      <span className="hint">
        {deliveredAt === null
          ? t('notices.waiting')
          : t('notices.delivered', { at: written(deliveredAt, 'short') })}
      </span>{' '}
      {forPerson !== null && <span className="tag">{t('notices.forA')}</span>}
    </>
  );
}
