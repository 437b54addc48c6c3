import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { choice, several, t, unit } from '../../../workflows/process/field.ts';
import { decide } from '../door/decide.ts';
import type { Post, Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { Choices, filled } from '../matters/choices.ts';
import { formOf } from '../matters/form.ts';
import { ShownAction } from '../matters/shown-action.ts';
import { Titled } from '../matters/shown.ts';
import { titleOf } from './title.ts';

/** A unit joins the 大工委 of a subdistrict [002]. A power is a kind of matter, or a group of kinds. */
export const NewMembership = z.strictObject({
  unit: unit(t('成员单位', 'Member unit')),
  place: z.uuid().meta(t('街道', 'Subdistrict')),
  standing: choice(t('委员类别', 'Seat'), ['standing', 'partTime'], {
    standing: t('专职委员单位', 'Standing'),
    partTime: t('兼职委员单位', 'Part-time'),
  }),
  powers: several(t('职责范围', 'Powers'), 'kinds'),
});
export type NewMembership = z.infer<typeof NewMembership>;

export const MembershipShown = z.object({
  id: z.uuid(),
  unit: Titled,
  place: Titled,
  isStanding: z.boolean(),
  powers: z.array(Titled),
  actions: z.array(ShownAction),
});
type MembershipShown = z.infer<typeof MembershipShown>;

/** A row with the names of its unit and its place. */
export type MembershipRow = {
  id: string;
  unit_id: string;
  unit: { name: string; nameEn: string };
  place_id: string;
  place: { name: string; nameEn: string };
  is_standing: boolean;
  powers: string[];
};

/** A subdistrict whose members the caller admits and ends. */
type Seat = { id: string; path: string; name: string; nameEn: string };

/** The head of the subdistrict, and supervisors; those who call residents back judge, and arrange nothing. */
const isEntitled = ({ role, isHead, callBack }: Post): boolean =>
  !callBack && (isHead || role === 'supervisor');

/** Where the caller may say who is a member. */
export async function seatsOf({ prisma }: Database, subject: Subject): Promise<Seat[]> {
  const rows = await prisma.place.findMany({
    where: { level: 'subdistrict', endedAt: null },
    orderBy: { code: 'asc' },
  });
  return rows.filter(({ path: placePath }) => {
    const verdict = decide(subject, 'memberships:set', { placePath });
    return verdict.may && verdict.grants.some(({ post }) => post !== undefined && isEntitled(post));
  });
}

/** What can be created in the list: nothing where the caller admits nobody. */
export async function admitting(
  db: Database,
  seats: readonly Seat[],
  language: Language,
): Promise<ShownAction[]> {
  const form = await filled(formOf(NewMembership, language), new Choices(db, language));
  if (form === undefined || seats.length === 0) return [];
  const oneOf = seats.map((seat) => ({ const: seat.id, title: titleOf(seat, language) }));
  const place = { ...form.properties['place'], oneOf };
  const input = { ...form, properties: { ...form.properties, place } };
  const title = { zh: '吸收成员单位', en: 'Admit a member unit' }[language];
  return [{ name: 'admitMember', title, method: 'POST', href: '/api/v1/memberships', input }];
}

const ending = (id: string, language: Language): ShownAction => ({
  name: 'endMembership',
  title: { zh: '退出成员单位', en: 'End the membership' }[language],
  ...{ method: 'POST', href: `/api/v1/memberships/${id}/end`, isFinal: true },
  input: { type: 'object', properties: {}, additionalProperties: false },
});

/** How a membership is shown to whoever may end it, and to others. */
export const membershipShown = (
  row: MembershipRow,
  {
    seats,
    powers,
    language,
  }: { seats: readonly Seat[]; powers: ReadonlyMap<string, string>; language: Language },
): MembershipShown => ({
  id: row.id,
  unit: { value: row.unit_id, title: titleOf(row.unit, language) },
  place: { value: row.place_id, title: titleOf(row.place, language) },
  isStanding: row.is_standing,
  powers: row.powers.map((value) => ({ value, title: powers.get(value) ?? value })),
  actions: seats.some(({ id }) => id === row.place_id) ? [ending(row.id, language)] : [],
});

/** Every power that there is with its name: the kinds, and the groups before the dot. */
export async function powersIn({ prisma }: Database, language: Language): Promise<Map<string, string>> {
  const kinds = await prisma.kind.findMany();
  return new Map([
    ...kinds.map((kind) => [kind.code.split('.')[0] ?? '', groupOf(kind, language)] as const),
    ...kinds.map((kind) => [kind.code, titleOf(kind, language)] as const),
  ]);
}

const groupOf = ({ group, groupEn }: { group: string; groupEn: string }, language: Language): string =>
  language === 'zh' ? group : groupEn;
