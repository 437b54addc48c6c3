import { z } from 'zod';
import { choice, t } from '../../../workflows/process/field.ts';
import type { Language } from '../language.ts';
import { ShownAction } from '../matters/shown-action.ts';
import { Titled } from '../matters/shown.ts';
import { titleOf } from '../reference/title.ts';
import { timeOrNull } from '../wire.ts';
import { code, names, somePlace, someUnit, yesNo } from './field.ts';
import { offer } from './offer.ts';
import { titled, unitKinds } from './title.ts';

const superior = someUnit('上级单位', 'Superior unit').optional();
const handles = yesNo('承办事项', 'Matters may be dispatched to it').default(true);

export const NewUnit = z.strictObject({
  ...names,
  kind: choice(
    t('类别', 'Kind'),
    ['department', 'subdistrict', 'community', 'supervision', 'station', 'deputy'],
    unitKinds,
  ),
  place: somePlace('所在地点', 'Place'),
  superior,
  handles,
  code,
});
export type NewUnit = z.infer<typeof NewUnit>;

/** Its kind and its place stay: whoever holds a post there was chosen for them. */
export const ChangedUnit = z.strictObject({ ...names, superior, handles });
export type ChangedUnit = z.infer<typeof ChangedUnit>;

export const UnitShown = z.object({
  id: z.uuid(),
  code: z.string(),
  title: z.string(),
  kind: Titled,
  place: Titled,
  superior: Titled.nullable(),
  handles: z.boolean(),
  /** How many hold an A post there, how many a B post, and who leads. */
  a: z.int(),
  b: z.int(),
  heads: z.array(z.string()),
  /** Work may be sent there and nobody is there to take it. */
  isVacant: z.boolean(),
  endedAt: z.string().nullable(),
  actions: z.array(ShownAction),
});

type Named = { id: string; name: string; nameEn: string };

export type UnitRow = {
  id: string;
  code: string;
  name: string;
  name_en: string;
  kind: string;
  handles: boolean;
  ended_at: Date | null;
  place: Named;
  superior: Named | null;
  a: number;
  b: number;
  heads: Named[];
};

const hrefOf = (id: string) => `/api/v1/register/units/${id}`;

export const adding = (language: Language): ShownAction[] => [
  offer(
    { name: 'addUnit', title: t('新增单位', 'Add a unit'), input: NewUnit },
    '/api/v1/register/units',
    language,
  ),
];

const modify = { name: 'changeUnit', title: t('修改', 'Change'), input: ChangedUnit };
const end = { name: 'endUnit', title: t('撤销', 'End'), isFinal: true };

function actionsOf(row: UnitRow, language: Language): ShownAction[] {
  if (row.ended_at !== null) return [];
  const { id, name, name_en: nameEn, handles: isHandling } = row;
  const now = { name, nameEn, superior: row.superior?.id ?? null, handles: isHandling };
  return [offer(modify, `${hrefOf(id)}/change`, language, now), offer(end, `${hrefOf(id)}/end`, language)];
}

const shownAs = (row: Named, language: Language) => ({ value: row.id, title: titleOf(row, language) });

/** A unit with who is there, and what its keeper may do. */
export const unitShown = (row: UnitRow, language: Language, mayKeep: boolean) => ({
  id: row.id,
  code: row.code,
  title: titleOf({ name: row.name, nameEn: row.name_en }, language),
  kind: titled(unitKinds, row.kind, language),
  place: shownAs(row.place, language),
  superior: row.superior && shownAs(row.superior, language),
  handles: row.handles,
  a: row.a,
  b: row.b,
  heads: row.heads.map((head) => titleOf(head, language)),
  isVacant: row.ended_at === null && row.handles && row.a === 0,
  endedAt: timeOrNull(row.ended_at),
  actions: mayKeep ? actionsOf(row, language) : [],
});
