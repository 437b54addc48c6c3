import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { Browser } from 'playwright-core';
import type { Say } from '../progress.ts';
import type { DocPicture } from './doc-pictures.ts';
import { docPictures } from './doc-pictures.ts';
import type { Order } from './order.ts';
import { playerOf } from './people.ts';
import { addressOf } from './round.ts';
import type { Seen } from './round.ts';
import { signIn, sitting } from './sitting.ts';
import type { Tab } from './tab.ts';

type Painting = { browser: Browser; order: Order; at: { url: string; accounts: string }; say: Say };

/** A picture in the documents weighs at most so many bytes; one below the fold twice that. */
const MOST = 100_000;

/** Makes the pictures of README and guides, light enough to lie in git, in both languages. */
export async function paint(painting: Painting): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const role of painting.order.roles) {
    const wanted = docPictures.filter((one) => one.role === role && painting.order.pages.includes(one.name));
    if (wanted.length > 0) seen.push(...(await paintAs(role, wanted, painting)));
  }
  return seen;
}

async function paintAs(role: string, wanted: readonly DocPicture[], { browser, order, at, say }: Painting) {
  const kept = await signIn(browser, at.url, playerOf(role, at.accounts));
  const seen: Seen[] = [];
  for (const language of order.languages) {
    for (const picture of wanted) {
      const { name, size } = picture;
      const file = `${name}.${language}.png`;
      const seat = { url: at.url, size, language, kept };
      const faults = await sitting(browser, seat, (tab) =>
        paintOne(tab, picture, path.join(order.out, file)),
      );
      seen.push({ role, page: name, size, language, file, faults });
    }
  }
  say(`  ${role}: ${wanted.length} pictures`);
  return seen;
}

async function paintOne(tab: Tab, picture: DocPicture, target: string): Promise<string[]> {
  try {
    const address = await addressOf(tab, picture);
    if (address === undefined) return [`${picture.list} is empty`];
    await tab.goTo(address);
    const isWhole = picture.isWhole ?? false;
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, await lighten(await tab.picture(isWhole), isWhole ? 2 * MOST : MOST));
    return await tab.faults();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Fewer colours until it is light enough, but as many as keep the lamps apart. */
async function lighten(picture: Buffer, most: number): Promise<Buffer> {
  let light = picture;
  for (const colours of [256, 192, 128]) {
    light = await sharp(picture).png({ palette: true, colours, dither: 0, effort: 10 }).toBuffer();
    if (light.length <= most) break;
  }
  return light;
}
