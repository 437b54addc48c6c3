import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isNextOpened, openNext } from './next.ts';

/** Whether the next task opens by itself, for whoever wants to stay where he is. */
export function NextSwitch() {
  const { t } = useTranslation('desk');
  const [isOn, setOn] = useState(isNextOpened);
  function turn() {
    openNext(!isOn);
    setOn(!isOn);
  }
  return (
    <label className="stay">
      <input type="checkbox" checked={isOn} onChange={turn} />
      {t('next.open')}
    </label>
  );
}
