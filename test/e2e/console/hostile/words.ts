// A town in which nobody writes anything harmless: what they write, what they do with it, and what to look for afterwards.
// hostile.test.ts goes through it.
import type { Pen } from '../../blackbox/client.ts';

const ATTACKS = [
  '<img src=x onerror="window.pwned=2">',
  `"><script>window.pwned=1</script>`,
  `</title></textarea><svg onload=alert(1)>`,
  'javascript:alert(1)',
  '{{7*7}}${7*7}{a|b}',
  '=HYPERLINK("http://x.invalid","y")',
  `';drop table matter;--`,
  '&lt;b&gt;&amp;',
  '\u202etxt\u202c\u200b\u200d\ufeff\u2066',
  '👩‍👩‍👧‍👦🇨🇳',
  'http://x.invalid/<u>',
];

/** An unbroken word, as long as this where there is room for it. */
const UNBROKEN = 2000;

/** Everything hostile that finds room, shorter things first where there is little; `n` tells one text from another. */
export function hostile(n: number, most = 4000): string {
  let text = `<i>${n}`;
  for (const attack of ATTACKS) if (text.length + attack.length < most) text += attack;
  return text + '长W'.repeat(UNBROKEN / 2).slice(0, Math.max(0, most - text.length));
}

let written = 0;

/** Writes something hostile into whatever is free to be written in. */
export const hostilePen: Pen = {
  isEager: true,
  write: ({ maxLength }) => hostile((written += 1), typeof maxLength === 'number' ? maxLength : 4000),
};

/** How every text of the town begins, whatever room it had. */
export const MARK = /<i>\d+/;
