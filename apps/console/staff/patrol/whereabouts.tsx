import { EnvironmentOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Offered, never needed: adds to the words where the phone says that it is. */
export function Whereabouts({ onFound }: { onFound: (words: string) => void }) {
  const { t } = useTranslation('patrol');
  const [state, setState] = useState<'idle' | 'looking' | 'failed'>('idle');
  if (!('geolocation' in navigator)) return null;
  function look() {
    setState('looking');
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        setState('idle');
        const gaps = { north: latitude.toFixed(5), east: longitude.toFixed(5), metres: Math.round(accuracy) };
        onFound(t('where.found', gaps));
      },
      () => setState('failed'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  }
  return (
    <>
      <button type="button" className="button" aria-disabled={state === 'looking'} onClick={look}>
        <EnvironmentOutlined aria-hidden /> {state === 'looking' ? t('where.looking') : t('where.add')}
      </button>
      <span role="status" className="hint">
        {state === 'failed' ? t('where.failed') : ''}
      </span>
    </>
  );
}
