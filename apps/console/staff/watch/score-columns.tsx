import { useTranslation } from 'react-i18next';
import { useName } from '../../text/name.ts';
import type { Column } from '../list/table.tsx';
import { useBehind } from './behind.tsx';
import type { Scorecard } from './score.ts';
import { usePoints } from './share.ts';

/** What a scorecard says, with the raw counts beside the mean. */
export function useScoreColumns(): readonly Column<Scorecard>[] {
  const { t } = useTranslation('watch');
  const points = usePoints();
  return [
    { name: 'owner', title: t('column.owner'), isMain: true, show: ({ owner }) => <b>{owner.title}</b> },
    { name: 'score', title: t('scores.mean'), isTight: true, show: ({ score }) => <b>{points(score)}</b> },
    {
      name: 'matters',
      title: t('column.matters'),
      isTight: true,
      show: ({ matters }) => matters,
      note: ({ excluded }) => (excluded === 0 ? null : t('scores.excluded', { n: excluded })),
    },
    { name: 'deductions', title: t('scores.deductions'), show: (card) => <Deductions of={card} /> },
    { name: 'late', title: t('scores.late'), isTight: true, show: ({ late }) => late },
    { name: 'rehandled', title: t('counter.rework'), isTight: true, show: ({ rehandled }) => rehandled },
    {
      name: 'marks',
      title: t('scores.marks'),
      isTight: true,
      show: ({ marks }) => (marks.count === 0 ? '–' : signed(marks.points)),
      note: ({ marks }) => (marks.count === 0 ? null : t('scores.times', { n: marks.count })),
    },
    {
      name: 'rates',
      title: t('scores.rates'),
      isTight: true,
      show: ({ rates }) => points(rates.total),
      note: ({ rates }) => (rates.valid === 0 ? null : `V = ${rates.valid}`),
    },
  ];
}

const signed = (points: number): string => (points > 0 ? `+${points}` : String(points)).replace('-', '−');

function Deductions({ of: { owner, deductions } }: { of: Scorecard }) {
  const { t } = useTranslation('watch');
  const name = useName();
  const { show } = useBehind();
  if (deductions.length === 0) return <span className="hint">{t('scores.none')}</span>;
  return (
    <ul className="deductions">
      {deductions.map(({ reason, matters, points }) => (
        <li key={reason}>
          <button
            type="button"
            className="opens"
            onClick={() => show({ open: 'deduction', owner: owner.value, reason })}
          >
            {name('watch', 'reason', reason)} {signed(points)}
          </button>{' '}
          <span className="hint">{t('scores.in', { n: matters })}</span>
        </li>
      ))}
    </ul>
  );
}
