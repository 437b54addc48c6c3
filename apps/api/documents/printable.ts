/**
 * A text as paper and workbooks can hold it: without invisible marks (which could turn words round), halves of
 * characters and control characters, lines ended alike, trimmed. What a resident wrote stays otherwise as it was.
 */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
    .trim();

/** How wide a text is, counted in Chinese characters: Latin letters and figures are about three fifths of one. */
export const extent = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (letter < '\u2E80' ? 0.6 : 1), 0);
