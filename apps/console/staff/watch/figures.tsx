import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Numbers } from './clock.ts';
import { groupings } from './clock.ts';
import { Tabs } from './tabs.tsx';

/** How much there is of each; each number opens its list. */
export function Figures({ numbers, within }: { numbers: Numbers | undefined; within: string }) {
  const { t } = useTranslation('watch');
  return (
    <div className="figures-line">
      <Tabs
        isLarge
        name="tab"
        label={t('figures')}
        clears={['level', 'show', ...groupings]}
        tabs={[
          { value: 'late', title: t('tab.late'), count: numbers?.late },
          { value: 'soon', title: t('tab.soon', { count: Number(within) }), count: numbers?.soon },
          { value: 'paused', title: t('tab.paused'), count: numbers?.paused },
          { value: 'cards', title: t('tab.cards'), count: numbers?.cards },
          { value: 'holder', title: t('tab.holder'), count: numbers?.withoutHolder },
        ]}
      />
      <More numbers={numbers} />
    </div>
  );
}

/** What has its list elsewhere; what is not begun has none. */
function More({ numbers }: { numbers: Numbers | undefined }) {
  const { t } = useTranslation('watch');
  const { letters = '–', left = '–', waiting = 0 } = numbers ?? {};
  return (
    <p className="figures-more">
      <Link to="/supervision?tab=cards&level=letter">{t('letters', { n: letters })}</Link>
      <Link to="/scores?tab=left">{t('left.open', { n: left })}</Link>
      {waiting > 0 && <span>{t('waiting', { n: waiting })}</span>}
    </p>
  );
}
