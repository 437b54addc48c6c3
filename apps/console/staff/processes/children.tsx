import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Item } from '../../api/matters.ts';
import { addressOf } from '../../api/processes.ts';
import type { Kin, Process } from '../../api/processes.ts';
import { Lamp } from '../../look/lamp.tsx';
import { useTime } from '../../look/time.ts';
import { useEnding } from '../process/names.ts';
import { lightOfKin } from './course-of.tsx';

/** So many are shown before somebody asks for the rest. */
const FIRST = 12;

/** Other processes that this one began: those that still run first. */
export function Children({ process: { children, items } }: { process: Process }) {
  const { t } = useTranslation('process');
  if (children.length === 0) return null;
  const ordered = children.toSorted((a, b) => Number(isOver(a)) - Number(isOver(b)));
  const rest = ordered.slice(FIRST);
  return (
    <section className="panel" aria-labelledby="children">
      <h2 id="children">{t('children', { n: children.length })}</h2>
      <Kins kins={ordered.slice(0, FIRST)} items={items} />
      {rest.length > 0 && (
        <details>
          <summary>{t('rest', { n: rest.length })}</summary>
          <Kins kins={rest} items={items} />
        </details>
      )}
    </section>
  );
}

const isOver = ({ ending, status }: Kin): boolean => status === 'closed' || ending !== null;

function Kins({ kins, items }: { kins: readonly Kin[]; items: readonly Item[] }) {
  return (
    <ul className="kins">
      {kins.map((kin) => (
        <li key={kin.id} className="matter-line">
          <OneKin kin={kin} />
          <Lamp light={lightOfKin(kin, items)} />
        </li>
      ))}
    </ul>
  );
}

/** Who may not see it reads only of what kind it is. */
function OneKin({ kin: { href, label, process, ending } }: { kin: Kin }) {
  const say = useEnding();
  const { spoken } = useTime();
  return (
    <span>
      {label === null ? process.title : <Link to={addressOf(href)}>{spoken(label)}</Link>}{' '}
      <span className="hint">
        {label !== null && process.title} {ending !== null && say(process.value, ending)}
      </span>
    </span>
  );
}
