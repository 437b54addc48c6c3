import type { Form, Part } from '../documents/form.ts';
import { termOf } from '../documents/terms.ts';
import type { Language } from '../language.ts';
import type { Shown } from '../matters/shown.ts';
import { lastSaid } from './answers.ts';
import { arrival, closing, course, duty, identity, triage } from './matter-parts.ts';
import { WORDS } from './matter-words.ts';

type Sheet = Omit<Form, 'imprint'>;

const words = (title: string, text: string | null, lines: number): Part => ({
  is: 'words',
  title,
  text,
  lines,
});

/** The record card 纪实卡 [000]: what was raised and what became of it, on one card; nobody's name but of who answers for it. */
export const recordCard = (matter: Shown, language: Language): Sheet => ({
  title: WORDS.recordCard[language],
  size: 'A5',
  parts: [
    {
      is: 'pairs',
      pairs: [...identity(matter, language), ...arrival(matter, language), ...duty(matter, language)],
    },
    words(WORDS.said[language], matter.words, 4),
    course(matter, language, true),
    words(WORDS.result[language], lastSaid(matter, 'result'), 4),
    { is: 'pairs', title: WORDS.closing[language], pairs: closing(matter, language) },
  ],
  signatures: [WORDS.visitor[language], WORDS.resident[language], WORDS.day[language]],
});

/** The record form 记录表 [000]: everything that is known of the matter, and room for what is not. */
export function recordForm(matter: Shown, language: Language): Sheet {
  const { contact, person } = matter.reporter;
  const isNamed = contact !== null || person !== null;
  return {
    title: WORDS.recordForm[language],
    parts: [
      {
        is: 'pairs',
        title: WORDS.basics[language],
        pairs: [...identity(matter, language), ...arrival(matter, language), ...reporter(matter, language)],
      },
      words(WORDS.said[language], matter.words, 5),
      { is: 'pairs', title: WORDS.triage[language], pairs: triage(matter, language) },
      course(matter, language),
      ...requests(matter, language),
      ...cards(matter, language),
      words(WORDS.result[language], lastSaid(matter, 'result'), 5),
      words(WORDS.told[language], lastSaid(matter, 'receipt'), 2),
      { is: 'pairs', title: WORDS.closing[language], pairs: closing(matter, language) },
    ],
    notes: isNamed ? [WORDS.privacyNote[language]] : [],
    signatures: [WORDS.filledIn[language], WORDS.checked[language], WORDS.day[language]],
  };
}

/** Blank where nobody said who he is; told to be withheld where the reader may not know. */
function reporter({ reporter: { knowledge, person, contact } }: Shown, language: Language) {
  const hidden = knowledge === 'yes' ? null : WORDS.withheld[language];
  const { name, phone, contact: other, email } = contact ?? {};
  return [
    [WORDS.reporter[language], name ?? person?.title ?? hidden],
    [WORDS.phone[language], [phone, other, email].find((way) => way !== undefined) ?? hidden],
  ] as const;
}

function requests(matter: Shown, language: Language): Part[] {
  if (matter.requests.length === 0) return [];
  const columns = [
    { key: 'askedAt', title: WORDS.asked[language], kind: 'time' },
    { key: 'kind', title: WORDS.what[language] },
    { key: 'by', title: WORDS.by[language], width: 16 },
    { key: 'status', title: WORDS.verdict[language] },
    { key: 'answeredAt', title: WORDS.answered[language], kind: 'time' },
  ] as const;
  const rows = matter.requests.map(({ askedAt, kind, by, status, answeredAt }) => ({
    ...{ askedAt, answeredAt, kind: termOf('request', kind, language) },
    by: [by?.unit?.title, by?.person?.title].filter((part) => part !== undefined).join(' '),
    status: termOf('verdict', status, language),
  }));
  return [{ is: 'table', title: WORDS.requests[language], table: { columns, rows } }];
}

function cards(matter: Shown, language: Language): Part[] {
  if (matter.cards.length === 0) return [];
  const columns = [
    { key: 'level', title: WORDS.level[language] },
    { key: 'unit', title: WORDS.unit[language], width: 16 },
    { key: 'setAt', title: WORDS.set[language], kind: 'time' },
    { key: 'cleared', title: WORDS.cleared[language], kind: 'time' },
  ] as const;
  const rows = matter.cards.map(({ level, unit, setAt, clearedAt, liftedAt }) => ({
    ...{ level: termOf('card', level, language), unit: unit?.title ?? null, setAt },
    cleared: clearedAt ?? liftedAt,
  }));
  return [{ is: 'table', title: WORDS.cards[language], table: { columns, rows } }];
}
