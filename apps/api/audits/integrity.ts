import { z } from 'zod';
import type { Course } from '../course/course.ts';
import type { Language } from '../language.ts';
import { timeOf } from '../wire.ts';
import type { Audited } from './audited.ts';
import { Check } from './check.ts';
import type { Finding, Place } from './check.ts';
import { en } from './checked-en.ts';
import { zh } from './checked-zh.ts';
import { deadlines } from './check-clocks.ts';
import { acts, causes, sequence, state } from './check-journal.ts';
import { attachments, words } from './check-kept.ts';
import { archive, witness } from './check-witness.ts';
import { witnessOf } from './history.ts';
import { filled, oneOf } from './said.ts';
import type { Same } from './same.ts';

/** The same sentences in each language. */
type Checked = Same<typeof zh>;

const books: Readonly<Record<Language, Checked>> = { zh, en };

/** Whether the record is whole, computed at `checkedAt`: every check with what was compared. */
export const Integrity = z.object({ checkedAt: z.string(), isWhole: z.boolean(), checks: z.array(Check) });
export type Integrity = z.infer<typeof Integrity>;

/** Compares the record with itself and with every other witness there is, now. */
export async function integrityOf(course: Course, audited: Audited): Promise<Integrity> {
  const { db } = course;
  const seen = await witnessOf(course, audited.id);
  const findings: Finding[] = [
    sequence(audited),
    await state(db, audited),
    acts(audited),
    await causes(db, audited),
    deadlines(audited),
    witness(audited, seen),
    archive(audited, seen),
    await words(db, audited),
    await attachments(db, audited),
  ];
  const checks = findings.map((finding) => spoken(finding, audited.looking.language));
  const isWhole = checks.every(({ verdict }) => verdict !== 'broken');
  return { checkedAt: timeOf(new Date()), isWhole, checks };
}

function spoken({ name, verdict, why = name, facts = {}, places = [] }: Finding, language: Language): Check {
  const book = books[language];
  const gaps = Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, String(value)]));
  return {
    ...{ name, verdict, title: book.title[name] },
    detail: filled(oneOf(book[verdict], why), gaps),
    places: places.map((place) => ({ seq: place.seq ?? null, text: placeText(place, book) })),
  };
}

const placeText = ({ seq, code, text = '' }: Place, book: Checked): string =>
  [
    seq === undefined ? '' : filled(book.seq, { seq: String(seq) }),
    code === undefined ? '' : oneOf(book.place, code),
    text,
  ]
    .filter((part) => part !== '')
    .join(' · ');
