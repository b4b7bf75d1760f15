/** What WhatsApp takes for a picture. */
const LARGEST = 5_000_000;
/** More than WhatsApp shows, and as much as the canvas of every phone holds. */
const LONGEST_EDGE = 4096;
const SHRINK = 0.75;
const QUALITY = 0.9;

type PictureType = 'image/jpeg' | 'image/png';

/** Draws a picture anew: upright, small enough, and without all that a camera writes beside it. */
export async function redraw(file: Blob, type: PictureType): Promise<Blob | undefined> {
  const picture = await decode(file);
  if (!picture) return undefined;
  try {
    const longest = Math.max(picture.width, picture.height);
    let scale = Math.min(1, LONGEST_EDGE / longest);
    let drawn = await draw(picture, scale, type);
    // A picture with few colours is small as PNG; a photo is not, and becomes a JPEG.
    while (drawn && drawn.size > LARGEST) {
      if (drawn.type === 'image/jpeg') scale *= SHRINK;
      drawn = await draw(picture, scale, 'image/jpeg');
    }
    return drawn;
  } finally {
    picture.close();
  }
}

/** Turned as the camera says, which is what browsers do unless told otherwise. */
async function decode(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file);
  } catch {
    return undefined;
  }
}

async function draw(
  picture: ImageBitmap,
  scale: number,
  type: PictureType,
): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  if (type === 'image/jpeg') {
    // What shines through would otherwise turn black.
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
  }
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob((blob) => done(blob ?? undefined), type, QUALITY));
}
