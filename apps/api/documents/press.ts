import { createRequire } from 'node:module';
import type { ContentText, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { printable } from './printable.ts';

const require = createRequire(import.meta.url);

/** Noto Sans SC (SIL Open Font License 1.1): all of GB 2312 and the 20,902 characters of Unicode's first block. */
const FONT = 'Noto Sans SC';

/** Points in so many millimetres. */
export const mm = (length: number): number => (length * 72) / 25.4;

/** A4 upright, in points. */
export const A4 = { width: mm(210), height: mm(297) } as const;

/**
 * A text as it is put on a page. The font's quotation marks are as wide as a character, which is right among Chinese
 * characters; where there is none, they are narrow (OpenType feature pwid).
 */
export const written = (text: string): ContentText => ({
  text: printable(text),
  ...(/[‘’“”…]/.test(text) && !/\p{Script=Han}/u.test(text) && { fontFeatures: ['pwid'] }),
});

/**
 * Lays a document out and gives it as a PDF file, its font within (only the characters used). It holds up the process
 * while it works: about a second for 500 rows.
 */
export async function printed(definition: TDocumentDefinitions): Promise<Buffer> {
  const press = await (opened ??= open());
  return press
    .createPdf({ ...definition, defaultStyle: { font: FONT, ...definition.defaultStyle } })
    .getBuffer();
}

let opened: ReturnType<typeof open> | undefined;

/** Only whoever prints pays for the layout program; it may read the two files of the font, and fetch nothing. */
async function open() {
  const { default: press } = await import('pdfmake');
  const normal = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
  const bold = require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf');
  press.setFonts({ [FONT]: { normal, bold } });
  press.setUrlAccessPolicy(() => false);
  press.setLocalAccessPolicy((path) => path === normal || path === bold);
  return press;
}
