import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { Titled } from '../../api/matters.ts';
import { statusOf } from '../../api/problem.ts';
import { Trouble } from '../../look/trouble.tsx';
import { FilterBar, useAddress } from '../list/filter-bar.tsx';
import { Table } from '../list/table.tsx';
import { Waiting } from './listed.tsx';

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
  const { t } = useTranslation(['watch', 'site']);
  const ask = useAsk();
  const { search } = useAddress();
  const quarter = search.get('quarter');
  const { data, error, refetch } = useQuery({
    queryKey: ['overview', 'bands', quarter],
    queryFn: () => ask(Bands, at(quarter === null ? 'scores/bands' : `scores/bands?period=${quarter}`)),
  });
  if (statusOf(error) === 403) return <p className="state">{t('site:state.noRight')}</p>;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  const options = quarters().map((value) => ({ value, title: value }));
  return (
    <>
      <FilterBar filters={[{ name: 'quarter', title: t('bands.quarter'), options }]} />
      <p className="hint">{t('bands.hint')}</p>
      {data === undefined && <Waiting />}
      {data?.items.length === 0 && <p className="state">{t('empty.bands')}</p>}
      {data !== undefined && data.items.length > 0 && (
        <Table<Band>
          label={t('board.bands')}
          rows={data.items}
          keyOf={({ process, place }) => `${process.value} ${place.value}`}
          toneOf={({ band }) => (band === 'right' ? undefined : 'late')}
          columns={[
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
          ]}
        />
      )}
    </>
  );
}
