import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { useAddress } from '../list/filter-bar.tsx';

/** 待办 在办 已办 抄送 我发起的, in the order of the API. */
export const boxes = ['todo', 'doing', 'done', 'copied', 'started'] as const;
export type Box = (typeof boxes)[number];

export const isBox = (name: string | null): name is Box => boxes.some((box) => box === name);

/** What is open and asks for something; closed boxes have the newest first. */
export const isOpenBox = (box: Box): boolean => box === 'todo' || box === 'doing';

const Counts = z.object({
  counts: z.object({
    ...{ all: z.int(), late: z.int(), today: z.int(), others: z.int() },
    boxes: z.record(z.enum(boxes), z.int()),
  }),
});

/** Boxes are counted up to here. */
const MOST = 1_000;
const shown = (n: number | undefined): string | number => (n === MOST ? `${MOST - 1}+` : (n ?? ''));

function useCounts(box: Box) {
  const ask = useAsk();
  const { data } = useQuery({
    queryKey: ['tasks', 'boxes', box],
    queryFn: ({ signal }) => ask(Counts, at(`tasks?box=${box}&limit=1`), { signal }),
    placeholderData: (before) => before,
  });
  return data?.counts;
}

const sorts = ['all', 'late', 'today', 'others'] as const;

/** The boxes with what lies in each, and the sorts of an open one. */
export function Boxes({ box }: { box: Box }) {
  const { t } = useTranslation('desk');
  const { search, set } = useAddress();
  const counts = useCounts(box);
  const show = search.get('show') ?? 'all';
  return (
    <div className="desk-boxes">
      <div className="boxes" role="group" aria-label={t('box.label')}>
        {boxes.map((one) => (
          <button
            key={one}
            type="button"
            className="box"
            aria-pressed={one === box}
            onClick={() => set({ box: one === 'todo' ? undefined : one, show: undefined })}
          >
            {t(`box.${one}`)} <b>{shown(counts?.boxes[one])}</b>
          </button>
        ))}
      </div>
      {isOpenBox(box) && (
        <div className="tallies" role="group" aria-label={t('show.label')}>
          {sorts
            .filter((sort) => sort !== 'others' || box === 'todo')
            .map((sort) => (
              <button
                key={sort}
                type="button"
                className="tally"
                aria-pressed={show === sort}
                onClick={() => set({ show: sort === 'all' ? undefined : sort })}
              >
                {t(`show.${sort}`)} <b>{counts?.[sort] ?? ''}</b>
              </button>
            ))}
        </div>
      )}
    </div>
  );
}
