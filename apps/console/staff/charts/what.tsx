import { useTranslation } from 'react-i18next';
import { useAddress } from '../list/filter-bar.tsx';
import { useProcess } from '../process/names.ts';

const moments = ['received', 'closed', 'late'] as const;
const states = ['open', 'overdue', 'soon', 'closed', 'timely', 'late', 'dated'] as const;
const stages = ['received', 'registered', 'handled', 'told', 'rated', 'solved'] as const;
const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

type Said = readonly [name: string, say: (value: string) => string | undefined];

/** What a number counted, in words: each part of the address as a tag. */
export function What() {
  const { t } = useTranslation('charts');
  const { search } = useAddress();
  const onTheWay = useWaySaid(search.get('process') ?? undefined);
  const of = moments.find((one) => one === search.get('of')) ?? 'received';
  const said: readonly Said[] = [
    ['from', (from) => `${t(`trend.${of}`)} ${from} – ${search.get('until') ?? ''}`],
    ['state', (value) => among(states, value, (one) => t(`state.${one}`))],
    ['stage', (value) => among(stages, value, (one) => t(`funnel.stage.${one}`))],
    ['weekday', (value) => among(weekdays, value, (one) => t(`heat.day.${one}`))],
    ['hour', (hour) => t('heat.hour', { hour })],
    ...onTheWay,
  ];
  return (
    <ul className="what">
      {said.map(([name, say]) => {
        const value = search.get(name);
        return value === null ? null : (
          <li key={name} className="tag">
            {say(value)}
          </li>
        );
      })}
    </ul>
  );
}

function useWaySaid(name: string | undefined): readonly Said[] {
  const { t } = useTranslation('charts');
  const process = useProcess(name);
  const titleOf = (code: string) => (code === 'end' ? t('traffic.end') : process.step(code));
  return [
    ['process', () => process.title],
    ['step', (code) => t('cases.step', { step: titleOf(code) })],
    ['standing', (code) => t('cases.standing', { step: titleOf(code) })],
    ['again', (code) => t('cases.again', { step: titleOf(code) })],
    ['path', (path) => path.split('-').map(titleOf).join(' → ')],
    ['rework', () => t('cases.rework')],
  ];
}

function among<C extends string>(codes: readonly C[], value: string, say: (code: C) => string) {
  const found = codes.find((code) => code === value);
  return found === undefined ? undefined : say(found);
}
