import { t } from '../../../workflows/process/field.ts';
import { became } from '../../../workflows/words/became.ts';
import type { Words } from '../../../workflows/words/in-language.ts';
import * as field from '../../../workflows/words/terms.ts';
import type { Language } from '../language.ts';

/** What the codes of the field are called on paper and in files, by the list that they belong to. */
const TERMS = {
  status: field.status,
  colour: {
    red: t('红', 'red'),
    orange: t('橙', 'orange'),
    yellow: t('黄', 'yellow'),
    blue: t('蓝', 'blue'),
    green: t('绿', 'green'),
  },
  size: { small: t('小事', 'small'), big: t('大事', 'big'), hard: t('难事', 'hard') },
  degree: { 1: t('一般', 'ordinary'), 2: t('较高', 'high'), 3: t('很高', 'very high') },
  mode: field.mode,
  rating: field.rating,
  card: {
    yellow: t('黄牌', 'yellow card'),
    red: t('红牌', 'red card'),
    letter: t('督办函', 'letter of supervision'),
  },
  way: field.way,
  channel: field.channel,
  request: {
    return: t('退单', 'return'),
    extension: t('延期', 'extension'),
    suspension: t('挂起', 'suspension'),
    reassignment: t('改派', 'reassignment'),
  },
  verdict: {
    open: t('待批', 'open'),
    granted: t('同意', 'granted'),
    refused: t('不同意', 'refused'),
    void: t('作废', 'void'),
  },
  ended: field.ended,
  ending: { ...became, ...field.ending, withdrawn: became.withdrawn },
  role: field.role,
  level: {
    district: t('区', 'district'),
    subdistrict: t('街道', 'subdistrict'),
    community: t('社区', 'community'),
    estate: t('小区', 'estate'),
    building: t('楼栋', 'building'),
  },
  isTrue: { true: t('是', 'yes'), false: t('否', 'no') },
} as const satisfies Record<string, Words>;

const books: Readonly<Record<string, Words>> = TERMS;

/** What a code is called; the code itself where it has no name, null for none. */
export function termOf(
  list: keyof typeof TERMS,
  code: string | number | boolean | null | undefined,
  language: Language,
): string | null {
  if (code === null || code === undefined) return null;
  return books[list]?.[String(code)]?.[language] ?? String(code);
}
