import { z } from 'zod';
import { t } from '../../../workflows/process/field.ts';

/** What a thing is called in Chinese, and in English where it has an English name. */
export const names = {
  name: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .meta({ ...t('名称', 'Name') }),
  nameEn: z
    .string()
    .trim()
    .max(100)
    .optional()
    .meta({ ...t('英文名称（不填则同名称）', 'English name (as the name, when left out)') }),
};

/** The English name; where there is none, the name itself. */
export const englishOf = ({ name, nameEn = '' }: { name: string; nameEn?: string }): string =>
  nameEn === '' ? name : nameEn;

/** Codes stand in ledger numbers and in files of other systems. */
export const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9.-]{2,24}$/)
  .optional()
  .meta({ ...t('代码（不填则自动编号）', 'Code (numbered by itself, when left out)') });

/** A unit that is not ended. */
export const someUnit = (zh: string, en: string) =>
  z.uuid().meta({ ...t(zh, en), 'x-options': '/api/v1/units' });

/** A place by its path, any of the tree. */
export const somePlace = (zh: string, en: string) =>
  z
    .string()
    .max(200)
    .meta({ ...t(zh, en), 'x-options': '/api/v1/places?by=path&flat=true&limit=200' });

export const yesNo = (zh: string, en: string) => z.boolean().meta({ ...t(zh, en) });
