import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/processes.ts';
import { useTime } from '../../look/time.ts';
import { useName } from '../../text/name.ts';
import type { Column } from '../list/table.tsx';
import { Behind, useBehind } from './behind.tsx';
import { Listed } from './listed.tsx';
import { parts, SaidLine } from './rate.ts';
import type { Part, RateBoard } from './rate.ts';
import { useReason } from './reason.ts';
import { Tabs } from './tabs.tsx';

const source = { name: 'overview', path: 'rates/matters', item: SaidLine, exports: 'rates-matters' };

/** The call-backs behind a rate: numerator, what is missing from it, denominator, exclusions; one click apart. */
export function SaidBehind({ board, query }: { board: RateBoard; query: URLSearchParams }) {
  const { t } = useTranslation('watch');
  const { open, owner, close } = useBehind();
  const part = parts.find((one) => one === open);
  const columns = useSaidColumns(part === 'excluded');
  if (part === undefined) return null;
  const line = board.items.find((one) => one.owner?.value === owner) ?? board.whole;
  const wish = new URLSearchParams(query);
  wish.set('part', part);
  if (owner !== undefined) wish.set('owner', owner);
  const shown = parts.filter((one) => one === part || line.counts[one] > 0 || standing.includes(one));
  return (
    <Behind title={`${line.owner?.title ?? t('all')} · ${t(`part.${part}`)}`} onClose={close}>
      <Tabs
        label={t('behind')}
        name="open"
        tabs={shown.map((value) => ({ value, title: t(`part.${value}`), count: line.counts[value] }))}
      />
      <p className="hint">{t(`partHint.${kindOf(part)}`)}</p>
      <Listed
        title={t(`part.${part}`)}
        source={source}
        query={wish}
        columns={columns}
        keyOf={({ id }) => id}
        hrefOf={({ matter }) => addressOf(matter.href)}
        empty={t('empty.part')}
      />
    </Behind>
  );
}

/** Always in sight, also when nothing stands on them. */
const standing: readonly Part[] = ['counted', 'excluded', 'invalid'];

function kindOf(part: Part): 'counted' | 'excluded' | 'invalid' | 'numerator' {
  if (part === 'counted' || part === 'excluded' || part === 'invalid') return part;
  return 'numerator';
}

function useSaidColumns(isExcluded: boolean): readonly Column<SaidLine>[] {
  const { t } = useTranslation('watch');
  const { at } = useTime();
  const exclusion: Column<SaidLine> = {
    name: 'excluded',
    title: t('part.excluded'),
    show: (line) => <Exclusion of={line} />,
  };
  return [
    {
      name: 'matter',
      title: t('column.matter'),
      isMain: true,
      show: ({ matter }) => matter.kind?.title ?? matter.number,
      note: ({ matter, isMerged }) =>
        [matter.number, isMerged ? t('said.merged') : null].filter(Boolean).join(' · '),
    },
    {
      name: 'lead',
      title: t('column.unit'),
      show: ({ lead }) => lead?.title,
      note: ({ place }) => place?.title,
    },
    { name: 'said', title: t('said.title'), show: (line) => <Said of={line} /> },
    ...(isExcluded ? [exclusion] : []),
    {
      name: 'closed',
      title: t('column.closed'),
      isTight: true,
      show: ({ closedAt }) => at(closedAt, 'dayOnly'),
    },
  ];
}

function Said({ of: { said } }: { of: SaidLine }) {
  const { t } = useTranslation('watch');
  const name = useName();
  if (said === null) return <span className="hint">{t('said.none')}</span>;
  return [
    t(said.contacted ? 'part.contacted' : 'part.notContacted'),
    t(said.solved ? 'part.solved' : 'part.unsolved'),
    name('term', 'rating', said.satisfaction),
  ].join(' · ');
}

function Exclusion({ of: { exclusion } }: { of: SaidLine }) {
  const { t } = useTranslation('watch');
  const { at } = useTime();
  const reason = useReason();
  if (exclusion === null) return null;
  const who = [exclusion.by?.title, exclusion.unit?.title].filter((one) => one !== undefined).join(' · ');
  return (
    <>
      {reason(exclusion.reason)}
      <div className="hint">
        {who !== '' && t('said.approved', { who })} {exclusion.at !== null && at(exclusion.at, 'short')}
      </div>
    </>
  );
}
