import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { Paper } from '../../api/matters.ts';
import { useSave } from '../list/save.ts';
import { within } from '../list/within.ts';

/** What can be printed of something, behind one button; each opens as a PDF file. */
export function Papers({ papers }: { papers: readonly Paper[] }) {
  const { t } = useTranslation('matter');
  const { save, isSaving } = useSave();
  if (papers.length === 0) return null;
  const items = papers.map(({ name, title, href }) => ({
    key: name,
    label: title,
    onClick: () => void save({ href, name: `${title}.pdf`, isOpened: true }),
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']} disabled={isSaving} getPopupContainer={within}>
      <button type="button" className="quiet no-print" aria-busy={isSaving}>
        <PrinterOutlined aria-hidden /> {isSaving ? t('print.waiting') : t('print.open')}
      </button>
    </Dropdown>
  );
}

const Listed = z.object({ items: z.array(Paper) });

/** The papers of a place: leaflet, contact card, and the list of projects for those who may read it. */
export function PapersOfPlace({ id }: { id: string }) {
  const ask = useAsk();
  const { data } = useQuery({
    queryKey: ['papers', id],
    queryFn: ({ signal }) => ask(Listed, at(`places/${id}/papers`), { signal }),
  });
  return <Papers papers={data?.items ?? []} />;
}
