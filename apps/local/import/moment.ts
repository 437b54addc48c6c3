import { DAY_MS, fromLocal } from '../../../workflows/rules/local-time.ts';
import type { UtcOffset } from '../../../workflows/rules/local-time.ts';

/** Reads a text as a moment by the wall clock of `offset` (unless it names its own); undefined when it is none. */
export type MomentReader = (text: string, offset: UtcOffset) => Date | undefined;

/** What each token of a format stands for. Fractions of a second are read and dropped. */
const TOKENS: Readonly<Record<string, readonly [part: string, pattern: string]>> = {
  YYYY: ['year', String.raw`\d{4}`],
  MM: ['month', String.raw`\d{2}`],
  M: ['month', String.raw`\d{1,2}`],
  DD: ['day', String.raw`\d{2}`],
  D: ['day', String.raw`\d{1,2}`],
  HH: ['hour', String.raw`\d{2}`],
  H: ['hour', String.raw`\d{1,2}`],
  hh: ['half', String.raw`\d{2}`],
  h: ['half', String.raw`\d{1,2}`],
  mm: ['minute', String.raw`\d{2}`],
  ss: ['second', String.raw`\d{2}(?:[.]\d+)?`],
  A: ['noon', '[AaPp][Mm]|上午|下午'],
  Z: ['offset', String.raw`[+-]\d{2}:\d{2}|Z`],
};

const TOKEN = /\[[^\]]*\]|YYYY|MM?|DD?|HH?|hh?|mm|ss|A|Z/g;

/** Understood whatever the mapping says, because it can mean one thing only; cells that Excel keeps as dates come so. */
const ALWAYS = [
  'YYYY-MM-DD HH:mm:ss',
  'YYYY-MM-DD[T]HH:mm:ss',
  'YYYY-MM-DD[T]HH:mm:ssZ',
  'YYYY-MM-DD HH:mm',
  'YYYY-MM-DD',
];

/** Whether a format says year, month and day, each part once, and noon just where the hours go to twelve. */
export function isFormat(format: string): boolean {
  const parts = (format.match(TOKEN) ?? []).flatMap((token) => TOKENS[token]?.[0] ?? []);
  const has = (...wanted: string[]) => wanted.every((part) => parts.includes(part));
  const isOnce = new Set(parts).size === parts.length;
  return isOnce && has('year', 'month', 'day') && has('half') === has('noon') && !has('half', 'hour');
}

/** A reader for one format: YYYY MM M DD D HH H hh h mm ss A Z; text in [brackets] and all else stands for itself. */
export function momentReader(format: string): MomentReader {
  const patterns = [format, ...ALWAYS].map(patternOf);
  return (text, offset) => {
    const found = patterns
      .map((pattern) => pattern.exec(text)?.groups)
      .find((groups) => groups !== undefined);
    return found && momentOf(found, offset);
  };
}

function patternOf(format: string): RegExp {
  let [source, at] = ['', 0];
  for (const { 0: token, index } of format.matchAll(TOKEN)) {
    const [part, pattern] = TOKENS[token] ?? [];
    source += literal(format.slice(at, index));
    source += pattern === undefined ? literal(token.slice(1, -1)) : `(?<${part}>${pattern})`;
    at = index + token.length;
  }
  return new RegExp(`^${source}${literal(format.slice(at))}$`, 'u');
}

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

type Parts = Readonly<Record<string, string | undefined>>;

function momentOf(parts: Parts, offset: UtcOffset): Date | undefined {
  const [year, month, day] = [Number(parts['year']), Number(parts['month']), Number(parts['day'])];
  const time = timeOf(parts);
  const midnight = Date.UTC(year, month - 1, day);
  // 31 February would otherwise become a day in March
  const isDay = new Date(midnight).getUTCMonth() === month - 1 && new Date(midnight).getUTCDate() === day;
  if (!isDay || time === undefined) return undefined;
  const own = parts['offset'] === 'Z' ? '+00:00' : parts['offset'];
  return fromLocal(midnight + time, own ?? offset);
}

/** Milliseconds since midnight. */
function timeOf(parts: Parts): number | undefined {
  const [hour, minute] = [hourOf(parts), Number(parts['minute'] ?? 0)];
  const second = Math.floor(Number(parts['second'] ?? 0));
  const time = ((hour * 60 + minute) * 60 + second) * 1_000;
  return minute < 60 && second < 60 && time < DAY_MS ? time : undefined;
}

function hourOf({ hour, half, noon }: Parts): number {
  if (half === undefined) return Number(hour ?? 0);
  const isHour = Number(half) >= 1 && Number(half) <= 12;
  return isHour ? (Number(half) % 12) + (/^p|下/i.test(noon ?? '') ? 12 : 0) : Infinity;
}
