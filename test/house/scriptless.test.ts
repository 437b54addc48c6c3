import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { filesBelow } from './source-files.ts';

const sources = filesBelow('apps/console').filter((name) => /\.(tsx?|html|css)$/.test(name));

/** The ways by which a text becomes markup or a script. */
const waysIn =
  /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\b|insertAdjacentHTML|createContextualFragment|srcdoc|document\s*\.\s*write|\beval\s*\(|new\s+Function\b|javascript:|set(?:Timeout|Interval)\s*\(\s*['"`]/i;

/** What stands between the braces that open at `from`. */
function braced(text: string, from: number): string {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}' && (depth -= 1) === 0) return text.slice(from, at + 1);
  }
  return text.slice(from);
}

describe('what people write is text in the console:', () => {
  it('there are files to look at', () => {
    expect(sources.length).toBeGreaterThan(100);
  });

  it('no file makes markup or a script of a text', () => {
    expect(sources.filter((name) => waysIn.test(readFileSync(name, 'utf8')))).toEqual([]);
  });

  it('every tip of a chart is drawn as text, for by default ECharts makes markup of it', () => {
    const plain = sources.filter((name) => {
      const text = readFileSync(name, 'utf8');
      const tips = [...text.matchAll(/\btooltip:\s*\{/g)];
      return tips.some(
        ({ index, 0: found }) => !braced(text, index + found.length - 1).includes(`renderMode: 'richText'`),
      );
    });
    expect(plain).toEqual([]);
  });
});
