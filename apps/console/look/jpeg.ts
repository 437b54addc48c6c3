/**
 * A picture as a JPEG, upright and without what the camera hides in it, its longer side at most `longest` pixels;
 * null where this browser cannot write one. Throws for what is no picture that it can draw.
 */
export async function jpegOf(picture: Blob, longest: number, quality: number): Promise<Blob | null> {
  const drawn = await createImageBitmap(picture, { imageOrientation: 'from-image' });
  const share = Math.min(1, longest / Math.max(drawn.width, drawn.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(drawn.width * share);
  canvas.height = Math.round(drawn.height * share);
  canvas.getContext('2d')?.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  drawn.close();
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}
