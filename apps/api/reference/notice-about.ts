import { Facts } from '../../../workflows/process/event.ts';
import type { Language } from '../language.ts';
import type { Titles } from '../matters/titles.ts';
import { labelOf } from '../processes/address.ts';
import type { NoticeRow, NoticeShown } from './notice.ts';

type Told = Pick<NoticeRow, 'type' | 'told_facts' | 'told_kind' | 'told_place'>;

/** What has to be looked up so that notices can say what they tell of. */
export const toldOf = (rows: readonly Told[]) => ({
  kinds: rows.flatMap((row) => row.told_kind ?? []),
  places: rows.flatMap((row) => row.told_place ?? []),
});

/** What a notice tells of, in words: the kind of the matter or the name of the process, and its place. */
export function aboutOf(row: Told, titles: Titles, language: Language): NoticeShown['about'] {
  if (row.type === null) return null;
  const kind = titles.kind(row.told_kind)?.title;
  const title = kind ?? labelOf(row.type, Facts.parse(row.told_facts), language);
  return { title, place: titles.place(row.told_place)?.title ?? null };
}
