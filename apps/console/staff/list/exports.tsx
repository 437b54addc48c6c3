import { DownloadOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { at } from '../../api/ask.ts';
import { useSave } from './save.ts';
import { within } from './within.ts';

const formats = ['xlsx', 'csv'] as const;

/** The list as a file: all that the filters leave, also what has not been scrolled to yet. */
export function Exports({ list, title, wish }: { list: string; title: string; wish: string }) {
  const { t } = useTranslation('staff');
  const { save, isSaving } = useSave();
  const items = formats.map((format) => ({
    key: format,
    label: t(`export.${format}`),
    onClick: () => void save({ href: at(`exports/${list}.${format}?${wish}`), name: `${title}.${format}` }),
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']} disabled={isSaving} getPopupContainer={within}>
      <button type="button" className="quiet" aria-busy={isSaving}>
        <DownloadOutlined aria-hidden /> {isSaving ? t('export.waiting') : t('export.save')}
      </button>
    </Dropdown>
  );
}
