import { useTranslation } from 'react-i18next';
import { useAddress } from '../list/filter-bar.tsx';
import { wallClock } from '../../look/wall-clock.ts';

const DAY = 86_400_000;
const spans = [30, 90, 365] as const;

/** A day as it is for people in China, as addresses write it. */
export const dayOf = (at: number): string => wallClock(at).slice(0, 10);

/** The days that a page looks at: those of its address, else the last so many. */
export function useSpan(usual: number): { from: string; until: string } {
  const { search } = useAddress();
  const until = search.get('until') ?? dayOf(Date.now());
  return { from: search.get('from') ?? dayOf(Date.now() - (usual - 1) * DAY), until };
}

/** Which days are looked at: three usual spans, or any by its first and last day. */
export function SpanBar({ from, until }: { from: string; until: string }) {
  const { t } = useTranslation('charts');
  const { set } = useAddress();
  const today = dayOf(Date.now());
  return (
    <div className="span-bar" role="group" aria-label={t('span.label')}>
      {spans.map((days) => {
        const first = dayOf(Date.now() - (days - 1) * DAY);
        return (
          <button
            key={days}
            type="button"
            className="tally"
            aria-pressed={from === first && until === today}
            onClick={() => set({ from: first, until: undefined })}
          >
            {t(`span.${days}`)}
          </button>
        );
      })}
      <Day title={t('span.from')} value={from} most={until} onChange={(day) => set({ from: day, until })} />
      <span aria-hidden>–</span>
      <Day title={t('span.until')} value={until} least={from} onChange={(day) => set({ from, until: day })} />
    </div>
  );
}

type DayProps = {
  title: string;
  value: string;
  least?: string;
  most?: string;
  onChange: (day: string) => void;
};

const Day = ({ title, value, least, most, onChange }: DayProps) => (
  <input
    type="date"
    className="input"
    aria-label={title}
    value={value}
    min={least}
    max={most}
    onChange={({ target }) => target.value !== '' && onChange(target.value)}
  />
);
