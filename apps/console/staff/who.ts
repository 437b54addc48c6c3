import { useTranslation } from 'react-i18next';
import type { Hand, MatterTask } from '../api/matters.ts';
import { useName } from '../text/name.ts';

/** People and offices in words. */
export function useWho() {
  const { t } = useTranslation('history');
  const name = useName();
  const role = (code: string) => name('term', 'role', code);
  return {
    /** Who did something: name, office, and for whom where B acted for A. */
    hand: ({ role: code, person, unit, inSteadOf }: Hand): string => {
      const who = [person?.title, unit?.title ?? role(code)].filter((part) => part !== undefined).join(' · ');
      return inSteadOf === null ? who : `${who} (${t('for', { name: inSteadOf.title })})`;
    },
    /** Whom a task asks for. */
    asked: ({ role: code, unit }: MatterTask['asks']): string =>
      unit?.title ?? (code === null ? '' : role(code)),
  };
}
