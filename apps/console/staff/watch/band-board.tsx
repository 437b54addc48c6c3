import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Titled } from '../../api/matters.ts';
import { Exports } from '../list/exports.tsx';
import { FilterBar, useAddress } from '../list/filter-bar.tsx';
import { Table } from '../list/table.tsx';
import type { Column } from '../list/table.tsx';
import { Board, useNumbers } from './board.tsx';

const Band = z.object({
  process: Titled,
  place: Titled,
  period: z.string(),
  begun: z.int(),
  band: z.enum(['few', 'right', 'many']),
});
type Band = z.infer<typeof Band>;
const Bands = z.object({ items: z.array(Band) });

const shapes = { few: '▽', right: '●', many: '△' } as const;

/** So many quarters can be looked back to. */
const QUARTERS = 8;

/** This quarter and those before it, as the API names them. */
function quarters(now = new Date()): string[] {
  const latest = now.getFullYear() * 4 + Math.floor(now.getMonth() / 3);
  return Array.from(
    { length: QUARTERS },
    (_, i) => `${Math.floor((latest - i) / 4)}Q${((latest - i) % 4) + 1}`,
  );
}

/** How often each community whistles in a quarter: too few and too many are both signs. */
export function BandBoard() {
  const { t } = useTranslation('watch');
  const { search } = useAddress();
  const columns = useColumns();
  const quarter = search.get('quarter');
  const options = quarters().map((value) => ({ value, title: value }));
  const wish = quarter === null ? '' : `period=${quarter}`;
  const tools = (
    <>
      <FilterBar filters={[{ name: 'quarter', title: t('bands.quarter'), options }]} />
      <Exports list="scores-bands" title={t('board.bands')} wish={wish} />
    </>
  );
  return (
    <Board asked={useNumbers(Bands, `scores/bands?${wish}`)} tools={tools}>
      {({ items }) => (
        <>
          <p className="hint">{t('bands.hint')}</p>
          {items.length === 0 ? (
            <p className="state">{t('empty.bands')}</p>
          ) : (
            <Table<Band>
              label={t('board.bands')}
              rows={items}
              keyOf={({ process, place }) => `${process.value} ${place.value}`}
              toneOf={({ band }) => (band === 'right' ? undefined : 'late')}
              columns={columns}
            />
          )}
        </>
      )}
    </Board>
  );
}

function useColumns(): readonly Column<Band>[] {
  const { t } = useTranslation('watch');
  return [
    {
      name: 'place',
      title: t('column.place'),
      isMain: true,
      show: ({ place }) => <b>{place.title}</b>,
    },
    { name: 'process', title: t('bands.what'), show: ({ process }) => process.title },
    { name: 'period', title: t('bands.period'), isTight: true, show: ({ period }) => period },
    { name: 'begun', title: t('bands.begun'), isTight: true, show: ({ begun }) => begun },
    {
      name: 'band',
      title: t('bands.band'),
      isTight: true,
      show: ({ band }) => (
        <>
          <span aria-hidden>{shapes[band]}</span> {t(`band.${band}`)}
        </>
      ),
    },
  ];
}
