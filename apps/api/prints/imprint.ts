import { WORDS } from '../documents/words.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { localTime } from '../documents/table.ts';
import { timeOf } from '../wire.ts';

/** Who prints something and when, in a line. Without an account nobody is named. */
export function imprintFor({ name, nameEn }: Subject, language: Language, now = new Date()): string {
  const at = localTime(timeOf(now)) ?? '';
  return WORDS[language].imprint(language === 'zh' ? name : nameEn, at);
}
