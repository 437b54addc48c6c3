import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import './funnel.css';

/** `href`: the list that a stage opens. */
export type Stage = { title: string; n: number; href?: string };

/** Stages of which each is part of the one before: bars with their counts, shares of the first and what was lost on the way. */
export function Funnel({ stages, label }: { stages: readonly Stage[]; label?: string }) {
  const most = Math.max(1, ...stages.map(({ n }) => n));
  const first = stages[0]?.n ?? 0;
  return (
    <ol className="funnel" aria-label={label}>
      {stages.map((stage, i) => (
        <li key={stage.title}>
          <span className="funnel-title">{stage.title}</span>
          <span className="funnel-bar" aria-hidden>
            <i style={{ width: `${(stage.n / most) * 100}%` }} />
          </span>
          <Count stage={stage} />
          <Shares n={stage.n} first={first} before={i === 0 ? undefined : stages[i - 1]?.n} />
        </li>
      ))}
    </ol>
  );
}

const Count = ({ stage: { n, href, title } }: { stage: Stage }) =>
  href === undefined ? (
    <b>{n}</b>
  ) : (
    <Link to={href} aria-label={`${title} ${n}`}>
      {n}
    </Link>
  );

function Shares({ n, first, before }: { n: number; first: number; before: number | undefined }) {
  const { t } = useTranslation('charts');
  if (before === undefined || first === 0) return <span className="hint" />;
  const lost = before - n;
  return (
    <span className="hint">
      {t('funnel.share', { share: percent(n / first) })}
      {lost > 0 && ` · ${t('funnel.lost', { n: lost })}`}
    </span>
  );
}

/** A share as people read it: whole per cents. */
export const percent = (share: number): string => `${Math.round(share * 100)}%`;
