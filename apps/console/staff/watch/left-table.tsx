import { useTranslation } from 'react-i18next';
import type { ProcessLine } from '../../api/processes.ts';
import { Lamp } from '../../look/lamp.tsx';
import { lightOf, toneOf } from '../../look/light.ts';
import type { Dated } from '../../look/light.ts';
import { useTime } from '../../look/time.ts';
import { Where } from '../../look/where.tsx';
import { Table } from '../list/table.tsx';

type Props = { lines: readonly ProcessLine[]; left: number; hrefOf: (line: ProcessLine) => string };

/** What was open at that moment, the oldest first. */
export function LeftTable({ lines, left, hrefOf }: Props) {
  const { t } = useTranslation('watch');
  const { at, spoken } = useTime();
  if (lines.length === 0) return <p className="state">{t('empty.left')}</p>;
  return (
    <>
      <Table<ProcessLine>
        label={t('board.left')}
        rows={lines}
        keyOf={({ id }) => id}
        hrefOf={hrefOf}
        toneOf={(line) => toneOf(lightOf(datedAs(line)))}
        columns={[
          {
            name: 'matter',
            title: t('column.matter'),
            isMain: true,
            show: ({ label }) => spoken(label),
            note: ({ number, process }) => [number, process.title].filter(Boolean).join(' · '),
          },
          { name: 'place', title: t('column.place'), show: ({ place }) => <Where place={place} /> },
          { name: 'step', title: t('column.stage'), show: ({ step }) => step?.title },
          {
            name: 'opened',
            title: t('column.began'),
            isTight: true,
            show: ({ openedAt }) => at(openedAt, 'dayOnly'),
          },
          {
            name: 'due',
            title: t('column.due'),
            isTight: true,
            show: (line) => <Lamp light={lightOf(datedAs(line))} />,
            note: ({ dueAt }) => dueAt && at(dueAt, 'short'),
          },
        ]}
      />
      {left > lines.length && <p className="hint">{t('left.most', { n: lines.length })}</p>}
    </>
  );
}

const datedAs = (line: ProcessLine): Dated => ({ ...line, isPaused: false });
