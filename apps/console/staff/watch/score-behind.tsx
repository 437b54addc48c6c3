import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/processes.ts';
import { useTime } from '../../look/time.ts';
import { useName } from '../../text/name.ts';
import type { Column } from '../list/table.tsx';
import { Behind, useBehind } from './behind.tsx';
import { Listed } from './listed.tsx';
import { Deducted } from './score.ts';
import type { Scorecard } from './score.ts';

const source = { name: 'overview', path: 'scores/matters', item: Deducted, exports: 'scores-matters' };

/** The matters in which points were lost for one reason. */
export function ScoreBehind({ cards, query }: { cards: readonly Scorecard[]; query: URLSearchParams }) {
  const { t } = useTranslation('watch');
  const name = useName();
  const { open, owner, reason, close } = useBehind();
  const columns = useColumns();
  if (open !== 'deduction' || owner === undefined || reason === undefined) return null;
  const wish = new URLSearchParams(query);
  wish.set('owner', owner);
  wish.set('reason', reason);
  const title = cards.find((card) => card.owner.value === owner)?.owner.title ?? '';
  return (
    <Behind title={`${title} · ${name('watch', 'reason', reason)}`} onClose={close}>
      <Listed
        title={name('watch', 'reason', reason)}
        source={source}
        query={wish}
        columns={columns}
        keyOf={({ id }) => id}
        hrefOf={({ href }) => addressOf(href)}
        empty={t('empty.part')}
      />
    </Behind>
  );
}

function useColumns(): readonly Column<Deducted>[] {
  const { t } = useTranslation('watch');
  const { at } = useTime();
  return [
    {
      name: 'matter',
      title: t('column.matter'),
      isMain: true,
      show: ({ kind, number }) => kind?.title ?? number,
      note: ({ number }) => number,
    },
    {
      name: 'lead',
      title: t('column.unit'),
      show: ({ lead }) => lead?.title,
      note: ({ place }) => place?.title,
    },
    { name: 'points', title: t('scores.points'), isTight: true, show: ({ points }) => points },
    { name: 'times', title: t('column.times'), isTight: true, show: ({ times }) => times },
    { name: 'score', title: t('scores.score'), isTight: true, show: ({ score }) => score },
    {
      name: 'closed',
      title: t('column.closed'),
      isTight: true,
      show: ({ closedAt }) => at(closedAt, 'dayOnly'),
    },
  ];
}
