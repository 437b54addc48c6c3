import { DownloadOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { at } from '../../api/ask.ts';
import { wallClock } from '../../look/wall-clock.ts';
import { useSave } from './save.ts';
import { within } from './within.ts';
import './list.css';

const formats = ['xlsx', 'csv'] as const;

/** The minute on the clock as a file's name may hold it. */
const now = (): string => wallClock().slice(0, 16).replace('T', ' ').replace(':', '');

/** The list as a file: all that the filters leave, also what has not been scrolled to yet. */
export function Exports({ list, title, wish }: { list: string; title: string; wish: string }) {
  const { t } = useTranslation('staff');
  const { save, isSaving } = useSave();
  const items = formats.map((format) => ({
    key: format,
    label: t(`export.${format}`),
    onClick: () =>
      void save({ href: at(`exports/${list}.${format}?${wish}`), name: `${title} ${now()}.${format}` }),
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']} disabled={isSaving} getPopupContainer={within}>
      <button type="button" className="quiet" aria-busy={isSaving}>
        <DownloadOutlined aria-hidden /> {isSaving ? t('export.waiting') : t('export.save')}
      </button>
    </Dropdown>
  );
}
