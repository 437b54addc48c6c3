import { inflateSync } from 'node:zlib';

/** What is drawn at one place of a page: points from the lower left corner, size of the letters. */
export type Drawn = { text: string; x: number; y: number; size: number };

/**
 * Reads a PDF file of ours back, as a reader program does: pages in order, and on each the glyphs drawn, turned into text
 * by the fonts' own ToUnicode maps. Throws when the file is not one, or draws a glyph that no map knows.
 */
export function pagesOf(file: Buffer): Drawn[][] {
  const text = file.toString('latin1');
  if (!text.startsWith('%PDF-1.') || !text.trimEnd().endsWith('%%EOF')) throw new Error('not a PDF file');
  const objects = new Map(
    Array.from(text.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm), ([, id = '', body = '']) => [id, body]),
  );
  const object = (id = '') => objects.get(id) ?? '';
  const kids = /\/Type \/Pages[\s\S]*?\/Kids \[(.*?)\]/.exec(text)?.[1] ?? '';
  return Array.from(kids.matchAll(/(\d+) 0 R/g), ([, id]) => {
    const page = object(id);
    const resources = object(/\/Resources (\d+)/.exec(page)?.[1]);
    const fonts = new Map(
      Array.from(resources.matchAll(/\/(F\d+) (\d+) 0 R/g), ([, name = '', font]) => [
        name,
        letters(streamOf(object(/\/ToUnicode (\d+)/.exec(object(font))?.[1]))),
      ]),
    );
    return drawnOn(streamOf(object(/\/Contents (\d+)/.exec(page)?.[1])), fonts);
  });
}

/** The page's text without the gaps between what was drawn, in the order of drawing. */
export const textOf = (page: readonly Drawn[] = []): string => page.map(({ text }) => text).join('');

/** The page's lines from top to bottom, each from left to right. */
export function linesOf(page: readonly Drawn[] = []): string[] {
  const rows = [...new Set(page.map(({ y }) => Math.round(y)))].sort((a, b) => b - a);
  return rows.map((row) => textOf(page.filter(({ y }) => Math.round(y) === row).sort((a, b) => a.x - b.x)));
}

function streamOf(body: string): string {
  const content = body.slice(body.indexOf('stream\n') + 7, body.lastIndexOf('\nendstream'));
  return inflateSync(Buffer.from(content, 'latin1')).toString('latin1');
}

function letters(map: string): Map<number, string> {
  const ranges = map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[(.*?)\]/g);
  return new Map(
    Array.from(ranges, ([, first = '', list = '']) =>
      Array.from(
        list.matchAll(/<([0-9a-f ]*)>/g),
        ([, hex = ''], i) =>
          [
            parseInt(first, 16) + i,
            Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
          ] as const,
      ),
    ).flat(),
  );
}

const SHOW = /1 0 0 1 (\S+) (\S+) Tm\n\/(F\d+) (\S+) Tf\n\[(.*?)\] TJ/g;

function drawnOn(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): Drawn[] {
  return Array.from(content.matchAll(SHOW), ([, x, y, font = '', size, glyphs = '']) => {
    const codes = Array.from(glyphs.matchAll(/<([0-9a-f]*)>/g), ([, hex = '']) => hex).join('');
    const text = (codes.match(/.{4}/g) ?? []).map((code) => {
      const letter = fonts.get(font)?.get(parseInt(code, 16));
      if (letter === undefined) throw new Error(`no letter for glyph ${code} of ${font}`);
      return letter;
    });
    return { text: text.join(''), x: Number(x), y: Number(y), size: Number(size) };
  });
}
