import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Copy } from '../../look/copy.tsx';
import { useTime } from '../../look/time.ts';

/** A one-time password as the API tells it, once. */
export type Told = { password: string; until: string | undefined };

/** Shows a one-time password until it is closed by hand: a click beside it must not lose it. */
export function Secret({ told, onClose }: { told: Told | undefined; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { at } = useTime();
  return (
    <Modal
      open={told !== undefined}
      title={t('secret.title')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <button type="button" className="button primary" onClick={onClose}>
          {t('secret.close')}
        </button>
      }
    >
      {told !== undefined && (
        <div className="secret">
          <p>
            <output>{told.password}</output> <Copy text={told.password} isSmall />
          </p>
          <p>{t('secret.say')}</p>
          {told.until !== undefined && <p>{t('secret.until', { until: at(told.until) })}</p>}
          <p className="hint">{t('secret.once')}</p>
        </div>
      )}
    </Modal>
  );
}
