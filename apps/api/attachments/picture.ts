// Photos and papers that come with a matter: known by their content, pictures made anew without what cameras hide in
// them, sealed like words.
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { BadRequest, WrongType } from '../refusal.ts';

/** What is kept of a file. */
export type Kept = { mime: string; content: Buffer };

const pictures = ['image/jpeg', 'image/png', 'image/webp'];

/** The longest side of a kept picture, in pixels; and what a picture may unfold to, against bombs. */
const LONGEST = 2_560;
const MOST_PIXELS = 60_000_000;

/**
 * Makes a file fit to be kept: its type is what its bytes say, whatever its name; a picture is turned upright, made
 * smaller where it must be and written anew, so that no place, time or camera stays in it. Throws WrongType, BadRequest.
 */
export async function fitToKeep(content: Buffer): Promise<Kept> {
  const mime = (await fileTypeFromBuffer(content))?.mime ?? '';
  if (mime === 'application/pdf') return { mime, content };
  if (!pictures.includes(mime)) throw new WrongType('file-type');
  return { mime, content: await drawnAnew(content) };
}

async function drawnAnew(content: Buffer): Promise<Buffer> {
  try {
    const size = { width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true } as const;
    return await sharp(content, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .resize(size)
      .toBuffer();
  } catch {
    throw new BadRequest('file-broken'); // sharp tells nothing that the sender could use
  }
}
