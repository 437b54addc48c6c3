import type { Language } from '../language.ts';

/** What documents say by themselves; everything else in them is the caller's. */
interface Words {
  /** The tag that a reader program is told (BCP 47). */
  tag: string;
  page: (page: number, pages: number) => string;
  nothing: string;
  imprint: (by: string, at: string) => string;
  /** A line to sign: who, and room. */
  sign: (who: string) => string;
  letter: (subject: string | undefined) => string;
  number: (mark: string, year: number, serial: number) => string;
  to: (receivers: readonly string[]) => string;
  demands: string;
  item: (place: number, demand: string) => string;
  reply: (by: string) => string;
  contact: (contact: string) => string;
  copies: string;
  copiesTo: (units: readonly string[]) => string;
}

const COUNT = '〇一二三四五六七八九';

/** 1 to 99 as lists are counted in Chinese: 一, 十, 十二, 二十. */
function counted(place: number): string {
  const tens = Math.floor(place / 10);
  const ones = place % 10;
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : COUNT.charAt(tens)}十`;
  return ten + (ones === 0 ? '' : COUNT.charAt(ones));
}

const zh: Words = {
  tag: 'zh-CN',
  page: (page, pages) => `第 ${page} 页 共 ${pages} 页`,
  nothing: '（无）',
  imprint: (by, at) => (by === '' ? `打印时间：${at}` : `打印：${by}，${at}`),
  sign: (who) => `${who}：`,
  letter: (subject) => (subject === undefined ? '督办函' : `关于${subject}的督办函`),
  number: (mark, year, serial) => `${mark}〔${year}〕${serial}号`,
  to: (receivers) => `${receivers.join('、')}：`,
  demands: '请按以下要求办理：',
  item: (place, demand) => `${counted(place)}、${demand}`,
  reply: (by) => `请于${by}前将办理情况书面回复我单位。`,
  contact: (contact) => `（联系人：${contact}）`,
  copies: '抄送：',
  copiesTo: (units) => `${units.join('，')}。`,
};

const en: Words = {
  tag: 'en',
  page: (page, pages) => `Page ${page} of ${pages}`,
  nothing: '(none)',
  imprint: (by, at) => (by === '' ? `Printed: ${at}` : `Printed by ${by}, ${at}`),
  sign: (who) => `${who}: `,
  letter: (subject) =>
    subject === undefined ? 'Letter of supervision' : `Letter of supervision: ${subject}`,
  number: (mark, year, serial) => `${mark} [${year}] No. ${serial}`,
  to: (receivers) => `To: ${receivers.join(', ')}`,
  demands: 'You are asked to do the following:',
  item: (place, demand) => `${place}. ${demand}`,
  reply: (by) => `Please reply to this office in writing, saying what was done, by ${by}.`,
  contact: (contact) => `(Contact: ${contact})`,
  copies: 'Copies to: ',
  copiesTo: (units) => `${units.join('; ')}.`,
};

export const WORDS: Readonly<Record<Language, Words>> = { zh, en };
