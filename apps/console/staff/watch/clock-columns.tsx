import { useTranslation } from 'react-i18next';
import { Lamp, Triage } from '../../look/lamp.tsx';
import { useTime } from '../../look/time.ts';
import { useName } from '../../text/name.ts';
import type { Column } from '../list/table.tsx';
import { termInWords } from '../process/term.ts';
import { TimeLeft } from '../time-left.tsx';
import type { ClockLine, Whole } from './clock.ts';
import { useLast } from './last.ts';

/** Why it is late: which clock, since when, in whose hands, and what happened last. */
export function useClockColumns(): readonly Column<ClockLine>[] {
  const { t } = useTranslation('watch');
  const { t: tMatter } = useTranslation('matter');
  const { at, spoken } = useTime();
  const last = useLast();
  return [
    {
      name: 'matter',
      title: t('column.matter'),
      isMain: true,
      show: ({ process }) => <span className="wrap">{spoken(process.label)}</span>,
      note: ({ process }) => <Which of={process} />,
    },
    {
      name: 'clock',
      title: t('column.clock'),
      show: ({ of, task }) => (of === 'whole' ? t('clock.whole') : task?.title),
      note: ({ term }) => t('clock.term', { term: termInWords(term, tMatter) }),
    },
    {
      name: 'left',
      title: t('column.left'),
      isTight: true,
      show: (line) => (line.isPaused ? <Lamp light="paused" /> : <TimeLeft of={line} isShort />),
      note: (line) => <Due of={line} />,
    },
    {
      name: 'hands',
      title: t('column.hands'),
      show: (line) => <Hands of={line} />,
      note: ({ of, task, heldBy }) => {
        const doing = of === 'whole' ? task?.title : undefined;
        const who = heldBy?.title ?? (task === null ? undefined : t('hands.free'));
        return [doing, who].filter((one) => one !== undefined).join(' · ');
      },
    },
    {
      name: 'last',
      title: t('column.last'),
      show: (line) => line.last && last(line.last),
      note: (line) => line.last && at(line.last.at, 'short'),
    },
  ];
}

/** Its number, its colour and its place; none of them is broken. */
const Which = ({ of: { number, colour, place } }: { of: Whole }) => (
  <span className="which">
    <span>{number}</span>{' '}
    <span>
      <Triage colour={colour} /> {place?.title}
    </span>
  </span>
);

/** When it was due; where the lamp shows a card, since when it is late. */
function Due({ of: { dueAt, leftMs, term } }: { of: ClockLine }) {
  const { t } = useTranslation('watch');
  const { at, span } = useTime();
  if (dueAt !== null) return t('clock.due', { at: at(dueAt, 'short') });
  if (leftMs === null) return null;
  // In working time a day is not 24 hours: hours are said, not days.
  const isWorking = term.includes('w');
  return t(isWorking ? 'clock.leftWorking' : 'clock.left', {
    span: isWorking ? span(leftMs, Number.POSITIVE_INFINITY) : span(leftMs),
  });
}

function Hands({ of: { hands, role } }: { of: ClockLine }) {
  const { t } = useTranslation('watch');
  const name = useName();
  if (hands === null) return <span className="hint">{t('hands.none')}</span>;
  return role === null ? hands.title : `${hands.title} · ${name('term', 'role', role)}`;
}
