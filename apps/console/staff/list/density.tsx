import { useTranslation } from 'react-i18next';

const KEPT = 'minqing rows';

/** Whether rows are 32 pixels high and not 40; remembered in this browser. */
export const isCompact = (): boolean => localStorage.getItem(KEPT) === 'compact';

/** Puts more rows on the screen, or gives them air. */
export function Density({ isOn, onTurn }: { isOn: boolean; onTurn: (on: boolean) => void }) {
  const { t } = useTranslation('desk');
  function turn() {
    localStorage.setItem(KEPT, isOn ? 'roomy' : 'compact');
    onTurn(!isOn);
  }
  return (
    <button type="button" className="quiet density" aria-pressed={isOn} onClick={turn}>
      {t('list.compact')}
    </button>
  );
}
