import { jpegOf } from '../../look/jpeg.ts';

/** Pictures larger than this are made smaller before they travel. Bytes. */
const LARGE = 600_000;

/** The longer side of a picture that is made smaller: a name plate can still be read. Pixels. */
const SIDE = 1_920;

const QUALITY = 0.82;

/**
 * A smaller JPEG of a large picture, so that it also goes out over a slow network; where it was taken is not in it any more.
 * Whatever cannot be made smaller stays as it is.
 */
export async function shrunk(file: File): Promise<File> {
  if (!file.type.startsWith('image/') || file.size < LARGE) return file;
  try {
    const smaller = await jpegOf(file, SIDE, QUALITY);
    if (smaller === null || smaller.size >= file.size) return file;
    return new File([smaller], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' });
  } catch {
    return file; // a picture that this browser cannot draw: the server judges it
  }
}
