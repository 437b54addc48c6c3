import { Modal, Switch } from 'antd';
import { useTranslation } from 'react-i18next';

const keys = [
  ...(['j', 'k', 'enter', 'p', 'e', 't', 'h', 'x', 'range', 'all', 'batch'] as const),
  ...(['palette', 'slash', 'u', 'gi', 'gl', 'gn', 'gs', 'help'] as const),
];

type Props = { isOpen: boolean; isOn: boolean; onTurn: (on: boolean) => void; onClose: () => void };

/** What each key does, and the switch that turns single keys off. */
export function Sheet({ isOpen, isOn, onTurn, onClose }: Props) {
  const { t } = useTranslation('staff');
  return (
    <Modal open={isOpen} onCancel={onClose} footer={null} title={t('help.title')} destroyOnHidden>
      <label className="help-switch">
        <Switch checked={isOn} onChange={onTurn} aria-label={t('help.on')} /> {t('help.on')}
      </label>
      <dl className="keys">
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{t(`help.key.${key}`)}</kbd>
            </dt>
            <dd>{t(`help.does.${key}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
