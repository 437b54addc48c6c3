import { jpegOf } from '../../look/jpeg.ts';

/** The longest side of a picture that the server keeps, in pixels: what is larger need not travel. */
const LONGEST = 2_560;
const QUALITY = 0.85;

/**
 * A photo as small as the server would make it, upright and without what the camera hides in it; as it is where this
 * browser cannot read it, so that the server says what is wrong.
 */
export async function shrunk(file: Blob): Promise<Blob> {
  try {
    return (await jpegOf(file, LONGEST, QUALITY)) ?? file;
  } catch {
    return file; // not a picture that can be drawn here
  }
}
