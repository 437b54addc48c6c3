/** The longest side of a picture that the server keeps, in pixels: what is larger need not travel. */
const LONGEST = 2_560;
const QUALITY = 0.85;

/**
 * A photo as small as the server would make it, upright and without what the camera hides in it; as it is where this
 * browser cannot read it, so that the server says what is wrong.
 */
export async function shrunk(file: Blob): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file);
    const share = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * share);
    canvas.height = Math.round(picture.height * share);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const small = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', QUALITY);
    });
    return small ?? file;
  } catch {
    return file; // not a picture that can be drawn here
  }
}
