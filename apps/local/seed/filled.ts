import type { TownIds } from '../../../prisma/catalogue.ts';
import type { Input } from '../../../prisma/demo/process.ts';
import { localDay, dayOf } from '../../../workflows/rules/local-time.ts';
import { pathOf } from './cast.ts';
import { NotSeeded } from './client.ts';

/** What the words after an `@` are put in from. `itemNamed`: the id of a thing on the list, within its process. */
type Sources = { ids: TownIds; now: Date; itemNamed: (name: string) => string };

const OFFSET = '+08:00';
const HOUR = 3_600_000;

/** What is filled in, with ids, days and moments in the place of the words for them. Throws NotSeeded. */
export const filled = (input: Input, sources: Sources): object =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((one) => put(one, sources)) : put(value, sources),
    ]),
  );

function put(value: string | number, sources: Sources): string | number {
  const [, kind = '', code = ''] = /^@([a-z]+) ?(.*)$/.exec(String(value)) ?? [];
  if (kind === '') return value;
  const found = kinds[kind]?.(code, sources);
  if (found === undefined) throw new NotSeeded(`The demo district has nothing for ${value}.`);
  return found;
}

type Kind = (code: string, sources: Sources) => string | number | undefined;

const kinds: Readonly<Record<string, Kind>> = {
  unit: (code, { ids }) => ids.units.get(code),
  person: (code, { ids }) => ids.people.get(code),
  place: pathOf,
  item: (name, { itemNamed }) => itemNamed(name),
  year: (_none, { now }) => Number(dayFrom('0', now).slice(0, 4)),
  day: (days, { now }) => dayFrom(days, now),
  morning: (days, { now }) => `${dayFrom(days, now)}T09:30:00${OFFSET}`,
  soon: (_none, { now }) => fullHourAfter(now).toISOString(),
};

const dayFrom = (days: string, now: Date): string => localDay(dayOf(now, OFFSET) + Number(days));

/** The first full hour that is at least an hour away. */
const fullHourAfter = (now: Date): Date => new Date(Math.ceil(now.getTime() / HOUR + 1) * HOUR);
