import { z } from 'zod';
import { t } from '../../../workflows/process/field.ts';
import type { Language } from '../language.ts';
import { ShownAction } from '../matters/shown-action.ts';
import { Titled } from '../matters/shown.ts';
import { titleOf } from '../reference/title.ts';
import { timeOrNull } from '../wire.ts';
import { code, names } from './field.ts';
import { offer } from './offer.ts';
import { levels, titled } from './title.ts';

export const NewPlace = z.strictObject({ ...names, code });
export type NewPlace = z.infer<typeof NewPlace>;

/** Code and place in the tree stay for ever: numbers, journals and archives refer to them. */
export const NamedPlace = z.strictObject(names);
export type NamedPlace = z.infer<typeof NamedPlace>;

export const PlaceShown = z.object({
  id: z.uuid(),
  code: z.string(),
  title: z.string(),
  level: Titled,
  /** The pack in force here, and whether it is the place's own or comes from above. */
  policy: z.object({ name: z.string(), isOwn: z.boolean() }).nullable(),
  hasChildren: z.boolean(),
  units: z.int(),
  posts: z.int(),
  endedAt: z.string().nullable(),
  actions: z.array(ShownAction),
});

export type PlaceRow = {
  id: string;
  code: string;
  name: string;
  name_en: string;
  level: string;
  policy: string | null;
  inherited: string | null;
  has_children: boolean;
  units: number;
  posts: number;
  ended_at: Date | null;
};

const ranks = Object.keys(levels);

/** The level below; undefined below a building. */
export const levelBelow = (level: string): string | undefined => ranks[ranks.indexOf(level) + 1];

const hrefOf = (id: string) => `/api/v1/register/places/${id}`;

/** Adding a place right below this one. */
export function adding(row: { id: string; level: string }, language: Language): ShownAction[] {
  const below = levelBelow(row.level);
  if (below === undefined) return [];
  const level = titled(levels, below, language).title;
  const title = t(`新增${level}`, `Add: ${level.toLowerCase()}`);
  return [offer({ name: 'addPlace', title, input: NewPlace }, `${hrefOf(row.id)}/places`, language)];
}

const rename = { name: 'renamePlace', title: t('改名', 'Rename'), input: NamedPlace };
const end = { name: 'endPlace', title: t('撤销', 'End'), isFinal: true };

function actionsOf(row: PlaceRow, language: Language): ShownAction[] {
  if (row.ended_at !== null) return [];
  const { id, name, name_en: nameEn } = row;
  return [
    offer(rename, `${hrefOf(id)}/name`, language, { name, nameEn }),
    ...adding(row, language),
    offer(end, `${hrefOf(id)}/end`, language),
  ];
}

/** A row of the tree, with what its keeper may do. */
export const placeShown = (row: PlaceRow, language: Language, mayKeep: boolean) => ({
  id: row.id,
  code: row.code,
  title: titleOf({ name: row.name, nameEn: row.name_en }, language),
  level: titled(levels, row.level, language),
  policy: row.inherited === null ? null : { name: row.inherited, isOwn: row.policy !== null },
  hasChildren: row.has_children,
  units: row.units,
  posts: row.posts,
  endedAt: timeOrNull(row.ended_at),
  actions: mayKeep ? actionsOf(row, language) : [],
});
