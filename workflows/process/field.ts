// The kit: human tasks, clocks, ladders, requests and the record, once, for every process.
// A process is one story on top of it; what people fill in is described with the fields below.
import { z } from 'zod';
import { Term } from '../rules/term.ts';
import { Degree } from '../rules/triage.ts';

/** A pair of names: what people read in Chinese and in English. */
export type Title = { readonly zh: string; readonly en: string };

/** Chinese and English of one thing. */
export const t = (zh: string, en: string): Title => ({ zh, en });

/** How long the reference is that a workflow sees in the place of words. */
const REFERENCE = 103;

/**
 * What somebody wrote. People send plain text; the API seals it and hands on `w:<id>:<hash>`, so that a
 * workflow never sees the words themselves (design.md: words belong to PostgreSQL).
 */
export const words = (title: Title, max = 4000) =>
  z
    .string()
    .trim()
    .min(1)
    .max(Math.max(max, REFERENCE))
    .meta({ ...title, words: true });

/** Ids of attachments that have been handed in before. */
export const files = (title: Title) =>
  z
    .array(z.uuid())
    .max(9)
    .default([])
    .meta({ ...title, options: 'attachments' });

/** One unit out of the town's; the choices stand behind a link. */
export const unit = (title: Title) => z.uuid().meta({ ...title, options: 'units' });

/** Several units, each once. */
export const units = (title: Title) =>
  z
    .array(z.uuid())
    .max(12)
    .default([])
    .refine((list) => new Set(list).size === list.length, 'each unit once')
    .meta({ ...title, options: 'units' });

/** One person out of those who hold a post. */
export const person = (title: Title) => z.uuid().meta({ ...title, options: 'people' });

/** One of those who may do the task that the act is aimed at, and who are there. */
export const colleague = (title: Title) => z.uuid().meta({ ...title, options: 'colleagues' });

/** One place out of the tree, by its path. */
export const place = (title: Title) => z.string().meta({ ...title, options: 'paths' });

/** Several things on the process's own list, each once; `list` is a name among the definition's `choices`. */
export const several = (title: Title, list: string) =>
  z
    .array(z.string())
    .min(1)
    .max(200)
    .refine((ids) => new Set(ids).size === ids.length, 'each once')
    .meta({ ...title, options: list });

/** One thing on the process's own list. */
export const one = (title: Title, list: string) => z.string().meta({ ...title, options: list });

/** A day and time, RFC 3339 with offset. */
export const moment = (title: Title) => z.iso.datetime({ offset: true }).meta({ ...title });

/** A whole number in a range. */
export const count = (title: Title, from: number, to: number) =>
  z
    .int()
    .min(from)
    .max(to)
    .meta({ ...title });

/** An amount of money in yuan, at most two decimals. */
export const yuan = (title: Title) =>
  z
    .number()
    .min(0)
    .max(1e12)
    .multipleOf(0.01)
    .meta({ ...title });

/** One of a few named values. */
export const choice = <const V extends readonly [string, ...string[]]>(
  title: Title,
  values: V,
  choices: Readonly<Record<V[number], Title>>,
) => z.enum(values).meta({ ...title, choices });

/** How much, on the scale of triage: 1 little, 2 some, 3 much. */
export const degree = (title: Title) =>
  Degree.meta({
    ...title,
    choices: { 1: t('一般', '1 little'), 2: t('较高', '2 some'), 3: t('很高', '3 much') },
  });

/** A calendar day, written YYYY-MM-DD. */
export const day = (title: Title) => z.iso.date().meta({ ...title });

/** A length of time in the notation of practice.md. */
export const term = (title: Title) => Term.meta({ ...title });

/** A form without fields: the act says all. */
export const nothing = z.strictObject({});
