import { z } from 'zod';
import { t } from '../../../workflows/process/field.ts';
import type { Title } from '../../../workflows/process/field.ts';
import type { Language } from '../language.ts';
import { Titled } from '../matters/shown.ts';
import { titleOf } from '../reference/title.ts';
import { timeOf } from '../wire.ts';
import { actTitles, fieldTitles, whatTitles } from './record-words.ts';
import { levels, roleTitles, titled, unitKinds } from './title.ts';

/** One value of a thing; null where there was, or is, none. */
const Changed = z.object({
  field: Titled,
  before: z.string().nullable(),
  after: z.string().nullable(),
});

export const RecordShown = z.object({
  id: z.uuid(),
  at: z.string(),
  by: Titled,
  act: Titled,
  what: Titled,
  /** What it was done to, by its present name where it has one. */
  of: Titled,
  changes: z.array(Changed),
});

type Value = string | boolean | null;
type Facts = Readonly<Record<string, Value>>;

export type RecordRow = {
  id: string;
  at: Date;
  by_id: string;
  by: { name: string; nameEn: string };
  act: string;
  what: string;
  of_id: string;
  of: { name: string; nameEn: string } | null;
  before: Facts;
  after: Facts;
};

const yes = t('是', 'yes');
const no = t('否', 'no');
const locales = { zh: t('中文', 'Chinese'), en: t('英文', 'English') };

/** Codes that have names, by the field that they stand in. */
const codes: Readonly<Record<string, Readonly<Record<string, Title>>>> = {
  role: roleTitles,
  kind: unitKinds,
  level: levels,
  locale: locales,
};

function said(field: string, value: Value | undefined, language: Language): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'boolean') return (value ? yes : no)[language];
  return titled(codes[field] ?? {}, value, language).title;
}

const order = Object.keys(fieldTitles);

/** Each field once, in the order in which people read them. */
const inOrder = (fields: readonly string[]): string[] =>
  [...new Set(fields)].toSorted((one, other) => order.indexOf(one) - order.indexOf(other));

/** A change as it was written down. */
export const recordShown = (row: RecordRow, language: Language) => ({
  id: row.id,
  at: timeOf(row.at),
  by: { value: row.by_id, title: titleOf(row.by, language) },
  act: titled(actTitles, row.act, language),
  what: titled(whatTitles, row.what, language),
  of: { value: row.of_id, title: row.of === null ? '' : titleOf(row.of, language) },
  changes: inOrder([...Object.keys(row.before), ...Object.keys(row.after)]).map((field) => ({
    field: titled(fieldTitles, field, language),
    before: said(field, row.before[field], language),
    after: said(field, row.after[field], language),
  })),
});
