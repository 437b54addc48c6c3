import { useTranslation } from 'react-i18next';
import type { Matter } from '../../api/matters.ts';
import { Copy } from '../../look/copy.tsx';
import { Triage } from '../../look/lamp.tsx';
import { useTime } from '../../look/time.ts';
import { useName } from '../../text/name.ts';
import { RunningLeft } from '../running.tsx';
import { TimeLeft } from '../time-left.tsx';
import { Papers } from './papers.tsx';

/** Which matter this is and how it stands: number, kind, place, colour, light, step. */
export function Header({ matter }: { matter: Matter }) {
  const { t } = useTranslation('matter');
  const { at } = useTime();
  const name = useName();
  const {
    number,
    receipt,
    kind,
    place,
    colour,
    size,
    step,
    status,
    ending,
    isLateEntry,
    happenedAt,
    openedAt,
  } = matter;
  return (
    <header className="matter-head">
      <div className="matter-name">
        <h1>
          {number ?? receipt} <span>{kind.title}</span>
        </h1>
        <Copy text={number ?? receipt} isSmall />
        <Papers papers={matter.links.papers} />
      </div>
      <p className="matter-line">
        <span>{place.title}</span>
        <strong>
          {ending === null ? (step?.title ?? name('term', 'status', status)) : name('term', 'ending', ending)}
        </strong>
        <Triage colour={colour} />
        {size !== null && <span>{name('term', 'size', size)}</span>}
        {matter.running === null ? <TimeLeft of={matter} /> : <RunningLeft of={matter} />}
        {isLateEntry && happenedAt !== null && (
          <span
            className="tag mark"
            title={t('lateEntryHint', { happened: at(happenedAt), entered: at(openedAt) })}
          >
            {t('lateEntry')}
          </span>
        )}
      </p>
    </header>
  );
}
