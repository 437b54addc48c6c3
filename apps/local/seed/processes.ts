import { z } from 'zod';
import type { TownIds } from '../../../prisma/catalogue.ts';
import type { Cast } from './cast.ts';
import { Action, NotSeeded } from './client.ts';

/** Something that is begun by a door of its own, besides matters. Times are in +08:00. */
type Opening = {
  key: string;
  account: string;
  process: string;
  entrance: string;
  input: (ids: TownIds, now: Date) => object;
};

const DISTRICT = '150602';
const COMMUNITY = '150602/150602001/150602001001';
const DAY = 86_400_000;

/** Half past nine of the day that many days from now. */
const morning = (now: Date, days: number): string => {
  const day = new Date(now.getTime() + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);
  return `${day}T09:30:00+08:00`;
};

/** What the demo district shows besides matters; quarters and monthly visits open by themselves. */
const openings: readonly Opening[] = [
  {
    ...{ key: 'visit', account: 'community.liu', process: 'station-session', entrance: 'publishVisit' },
    input: ({ people }, now) => ({
      ...{ place: COMMUNITY, startsAt: morning(now, 3), venue: COMMUNITY },
      receiver: people.get('deputy.du'),
    }),
  },
  {
    ...{ key: 'whistle', account: 'community.liu', process: 'whistle', entrance: 'blowWhistle' },
    input: ({ units }) => ({
      ...{ place: COMMUNITY, ground: 'joint', words: '夜市占道经营反复，需多部门联合执法。' },
      units: ['dept-chengguan', 'dept-shijian'].map((code) => units.get(code)),
    }),
  },
  {
    ...{ key: 'supervision', account: 'supervisor.qin', process: 'supervision', entrance: 'openSupervision' },
    input: ({ units }) => ({
      ...{ place: DISTRICT, unit: units.get('dept-zhujian') },
      words: '老旧小区电梯加装进度滞后，请住建部门说明情况并限期推进。',
    }),
  },
];

const Offered = z.object({ actions: z.array(Action) });

/** Opens each by the entrance that the API offers; what is there already is found again by its key. Throws NotSeeded. */
export async function openProcesses(cast: Cast, ids: TownIds, now: Date): Promise<number> {
  for (const { key, account, process, entrance, input } of openings) {
    const visitor = await cast.as(account);
    const { actions } = await visitor.get(`/api/v1/processes?process=${process}`, Offered);
    const offered = actions.find(({ name }) => name === entrance);
    if (offered === undefined) throw new NotSeeded(`${account} is not offered ${entrance}.`);
    // The day is in the key because it is in the input: a seed that was interrupted may be repeated on another.
    await visitor.begin(offered, input(ids, now), `demo:${key}:${morning(now, 0)}`);
  }
  return openings.length;
}
