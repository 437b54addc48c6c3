import { useTranslation } from 'react-i18next';

/** China has had one time since 1991; everybody reads the same, wherever the browser stands. */
const timeZone = 'Asia/Shanghai';

const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : 'zh-CN');

const forms = {
  moment: {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  short: { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' },
  meeting: {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  dayOnly: { year: 'numeric', month: 'numeric', day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** In English a month has a name: 4/12 is April to some and December to others. */
const english = {
  moment: { ...forms.moment, day: 'numeric', month: 'short' },
  short: { ...forms.short, month: 'short' },
  dayOnly: { ...forms.dayOnly, month: 'short' },
} as const satisfies Partial<Record<keyof typeof forms, Intl.DateTimeFormatOptions>>;

export type TimeForm = keyof typeof forms;

const made = new Map<string, Intl.DateTimeFormat>();

const formIn = (form: TimeForm, language: string): Intl.DateTimeFormatOptions =>
  language === 'en' ? { ...forms, ...english }[form] : forms[form];

function formatter(form: TimeForm, language: string): Intl.DateTimeFormat {
  const name = `${form} ${language}`;
  const found =
    made.get(name) ?? new Intl.DateTimeFormat(localeOf(language), { ...formIn(form, language), timeZone });
  made.set(name, found);
  return found;
}

/** A moment of the wire (RFC 3339, or a plain day) as people write it. */
export const written = (at: string, form: TimeForm, language: string): string =>
  formatter(form, language).format(new Date(at.length === 10 ? `${at}T12:00:00+08:00` : at));

/** Milliseconds. Midnight in China is 16:00 in UTC. */
const [DAY, MIDNIGHT] = [86_400_000, 16 * 3_600_000];

/** The end of a term: the end of a day is 24:00 to people, though the wire has to write it as 00:00 of the next. */
function writtenEnd(at: string, form: TimeForm, language: string): string {
  const ms = Date.parse(at);
  if (ms % DAY !== MIDNIGHT) return written(at, form, language);
  return written(new Date(ms - 1).toISOString(), form, language).replace('23:59', '24:00');
}

const MOMENT = /\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})/g;

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** A span in its two largest units: "3 days 4 hours", "3天4小时"; under a minute counts as one. */
export function spanOf(ms: number, language: string, dayMs = 86_400_000): string {
  let rest = Math.max(Math.abs(ms), 60_000);
  const parts: string[] = [];
  for (const [unit, length] of UNITS) {
    const size = unit === 'day' ? dayMs : length;
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(counted(count, unit, language));
  }
  return parts.slice(0, 2).join(language === 'en' ? ' ' : '');
}

export const counted = (count: number, unit: 'day' | 'hour' | 'minute', language: string): string =>
  new Intl.NumberFormat(localeOf(language), { style: 'unit', unit, unitDisplay: 'long' })
    .format(count)
    .replace(/\s(?=[\u4e00-\u9fff])/g, '');

/** Times and spans in the reader's language. */
export function useTime() {
  const { i18n } = useTranslation();
  const language = i18n.language;
  return {
    at: (moment: string, form: TimeForm = 'moment') => written(moment, form, language),
    until: (moment: string, form: TimeForm = 'moment') => writtenEnd(moment, form, language),
    /** A text in which a moment stands as it is on the wire, for people. */
    spoken: (text: string) => text.replace(MOMENT, (moment) => written(moment, 'short', language)),
    span: (ms: number, dayMs?: number) => spanOf(ms, language, dayMs),
  };
}
