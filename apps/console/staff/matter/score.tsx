import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useName } from '../../text/name.ts';

const Scored = z.object({
  score: z.object({
    start: z.number(),
    total: z.number(),
    lines: z.array(z.object({ reason: z.string(), points: z.number(), times: z.number() })),
  }),
  isExcluded: z.boolean().default(false),
});

/** The points of step 6, every deduction with its reason. */
export function Score({ facts }: { facts: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation('matter');
  const name = useName();
  const parsed = Scored.safeParse(facts);
  if (!parsed.success) return null;
  const { score, isExcluded } = parsed.data;
  return (
    <div className="score">
      <h3>
        {t('fact.score')} {score.total} {isExcluded && <span className="tag">{t('excluded')}</span>}
      </h3>
      <ul>
        {score.lines.map(({ reason, points, times }) => (
          <li key={reason}>
            {name('matter', 'deduction', reason)} {times > 1 && `×${times}`} <b>{points}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
