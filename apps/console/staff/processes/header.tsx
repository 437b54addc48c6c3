import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addressOf } from '../../api/processes.ts';
import type { Process } from '../../api/processes.ts';
import { Copy } from '../../look/copy.tsx';
import { useTime } from '../../look/time.ts';
import { Papers } from '../matter/papers.tsx';
import { TimeLeft } from '../time-left.tsx';
import { useProcess } from '../process/names.ts';
import { useStanding } from './standing.ts';

/** Which process this is and how it stands: number, label, place, light, and the line of its steps. */
export function Header({ process }: { process: Process }) {
  const { t } = useTranslation('process');
  const standing = useStanding();
  const { spoken } = useTime();
  const { number, label, kind, place, parent } = process;
  return (
    <header className="matter-head">
      <p className="crumbs">
        <Link to={`/processes?process=${kind.value}`}>{kind.title}</Link>
        {parent !== null && (
          <Link to={addressOf(parent.href)}>
            {t('from', { label: spoken(parent.label ?? parent.process.title) })}
          </Link>
        )}
      </p>
      <div className="matter-name">
        <h1>
          {number === null ? (
            spoken(label)
          ) : (
            <>
              {number} <span>{spoken(label)}</span>
            </>
          )}
        </h1>
        {number !== null && <Copy text={number} isSmall />}
        <Papers papers={process.links.papers} />
      </div>
      <p className="matter-line">
        <span>{place.title}</span>
        <strong>{standing(process)}</strong>
        <TimeLeft of={{ ...process, isPaused: false }} />
      </p>
      {typeof process.facts['words'] === 'string' && <p className="said about">{process.facts['words']}</p>}
      <Steps process={process} />
    </header>
  );
}

/** The steps in a line: passed, now, ahead. */
function Steps({ process: { process, step, closedAt, status } }: { process: Process }) {
  const { t } = useTranslation('process');
  const { steps } = useProcess(process);
  const here = steps.findIndex(({ name }) => name === step?.value);
  const stateOf = (i: number) => {
    if (closedAt !== null || status === 'ending') return i <= here ? 'done' : 'ahead';
    return i === here ? 'current' : i < here ? 'done' : 'ahead';
  };
  return (
    <ol className="step-line" aria-label={t('steps')}>
      {steps.map(({ name, title }, i) => (
        <li key={name} className={stateOf(i)} aria-current={stateOf(i) === 'current' ? 'step' : undefined}>
          {title}
        </li>
      ))}
    </ol>
  );
}
