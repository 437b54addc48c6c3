import { z } from 'zod';
import type { Language } from '../language.ts';
import { timeOrNull } from '../wire.ts';
import type { Finding } from './alarm.ts';
import { en, lanesEn } from './words-en.ts';
import { lanesZh, zh } from './words-zh.ts';
import type { Name, Words } from './words-zh.ts';

export const AlarmShown = z.object({
  name: z.string(),
  level: z.enum(['ok', 'warning', 'alarm']),
  title: z.string(),
  sentence: z.string(),
  /** What to do; nothing while all is well. */
  advice: z.string().nullable(),
  since: z.string().nullable(),
  count: z.int(),
  /** The page of the console where it can be seen to. */
  href: z.string().nullable(),
});

const books: Readonly<Record<Language, Readonly<Record<Name, Words>>>> = { zh, en };

/** Where it is mended, for administrators. */
const pages: Readonly<Partial<Record<Name, string>>> = {
  nobody: '/units?vacant=true',
  standIns: '/units?vacant=true',
  vacant: '/units?vacant=true',
  locked: '/people?state=locked',
  failed: '/people',
};

/** A finding in words. */
export function alarmShown(finding: Finding, language: Language, mayOpen: boolean) {
  const { name, level, since, count, facts } = finding;
  const words = books[language][name];
  const isOk = level === 'ok';
  return {
    ...{ name, level, count, title: words.title, since: timeOrNull(since) },
    sentence: filled(isOk ? words.ok : words.bad, { ...facts, count, lanes: lanesIn(facts, language) }),
    advice: isOk ? null : words.advice,
    href: isOk || !mayOpen ? null : (pages[name] ?? null),
  };
}

const lanes = { zh: lanesZh, en: lanesEn };

/** The lanes by their names, as far as a sentence tells of them. */
const lanesIn = ({ lanes: codes = '' }: Finding['facts'], language: Language): string =>
  String(codes)
    .split(', ')
    .map((code) => lanes[language][code] ?? code)
    .join(language === 'zh' ? '、' : ', ');

const filled = (text: string, facts: Finding['facts']) =>
  text.replace(/\{(\w+)\}/g, (gap, name: string) => String(facts[name] ?? gap));
