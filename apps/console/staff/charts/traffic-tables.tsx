import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTime } from '../../look/time.ts';
import { useProcess } from '../process/names.ts';
import { casesAt } from './read.ts';
import type { Traffic } from './read.ts';

type Props = { traffic: Traffic; wish: Readonly<Record<string, string | undefined>> };

const columns = ['cases', 'entered', 'again', 'median', 'ninth', 'now', 'overdue'] as const;

/** The steps in numbers, in the order of the process. */
export function StepTable({ traffic, wish }: Props) {
  const { t } = useTranslation('charts');
  const { span } = useTime();
  const { steps } = useProcess(traffic.process.value);
  const rows = steps.flatMap(({ name, title }) =>
    traffic.steps.filter(({ step }) => step === name).map((found) => ({ ...found, title })),
  );
  const count = (n: number, more: Readonly<Record<string, string>>) =>
    n === 0 ? 0 : <Link to={casesAt({ ...wish, ...more })}>{n}</Link>;
  return (
    <div className="numbers-box" role="group" aria-label={t('traffic.steps')} tabIndex={0}>
      <table className="numbers-table">
        <thead>
          <tr>
            <th scope="col">{t('traffic.step')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`traffic.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ step, title, cases, entered, again, medianMs, ninthMs, now, overdue }) => (
            <tr key={step}>
              <th scope="row">{title}</th>
              <td>{count(cases, { step })}</td>
              <td>{entered}</td>
              <td>{count(again, { again: step })}</td>
              <td>{medianMs === null ? '–' : span(medianMs)}</td>
              <td>{ninthMs === null ? '–' : span(ninthMs)}</td>
              <td>{count(now, { standing: step })}</td>
              <td>{count(overdue, { standing: step, state: 'overdue' })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The ways between steps, the most travelled first; those that lead back are marked. */
export function WayTable({ traffic, wish }: Props) {
  const { t } = useTranslation('charts');
  const { step: titleOf } = useProcess(traffic.process.value);
  const nameOf = (step: string) => (step === 'end' ? t('traffic.end') : titleOf(step));
  return (
    <div className="numbers-box" role="group" aria-label={t('traffic.ways')} tabIndex={0}>
      <table className="numbers-table">
        <thead>
          <tr>
            <th scope="col">{t('traffic.way')}</th>
            <th scope="col">{t('traffic.column.cases')}</th>
            <th scope="col">{t('traffic.times')}</th>
          </tr>
        </thead>
        <tbody>
          {traffic.paths.map(({ from, to, cases, times, isBack }) => (
            <tr key={`${from}-${to}`}>
              <th scope="row">
                {`${nameOf(from)} → ${nameOf(to)}`}{' '}
                {isBack && <span className="tag">↩ {t('traffic.back')}</span>}
              </th>
              <td>
                <Link to={casesAt({ ...wish, path: `${from}-${to}` })}>{cases}</Link>
              </td>
              <td>{times}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
