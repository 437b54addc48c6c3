import type { Action } from '../../api/action.ts';
import { at } from '../../api/ask.ts';
import type { Grid, KindUsed, Place } from './round.ts';
import { press } from './unsent.ts';

export type Report = {
  person: string;
  action: Action;
  grid: Grid;
  /** When the grid was asked for, by the phone's clock. */
  seenAt: string | undefined;
  /** It will be sent later, so it says when it was. */
  isAway: boolean;
  kind: KindUsed;
  where: Place;
  words: string;
  photos: readonly string[];
  /** The refused report in whose place this one stands. */
  mended: string | undefined;
};

const FILES = 'attachments';

/** Hands a report to the courier. The page where it can be mended is the form itself. */
export async function pressReport({
  person,
  action,
  kind,
  where,
  words,
  photos,
  mended,
  ...seen
}: Report): Promise<void> {
  const { method, href, input } = action;
  const late: Record<string, string> =
    navigator.onLine && !seen.isAway ? {} : { happenedAt: serverTime(seen).toISOString() };
  const body = { kind: kind.value, place: where.value, words, channel: 'patrol', ...late };
  const files = { field: FILES, href: input.properties[FILES]?.['x-upload'] ?? at(FILES) };
  const said = { title: kind.title, note: `${where.title} · ${words}`, page: '/patrol/report' };
  await press(person, { ...said, method, href, body, files, photos }, mended);
}

/** Now by the server's clock, as far as this phone has heard it: what comes from the future would be refused. */
function serverTime({ grid, seenAt }: Pick<Report, 'grid' | 'seenAt'>, now = Date.now()): Date {
  const ahead = seenAt === undefined ? 0 : Date.parse(seenAt) - Date.parse(grid.asOf);
  return new Date(now - ahead);
}
