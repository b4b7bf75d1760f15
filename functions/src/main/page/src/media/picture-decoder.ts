/** A decoded picture, upright; whoever gets it closes it. */
export interface DecodedPicture {
  source: VideoFrame | ImageBitmap;
  width: number;
  height: number;
}

/** Decodes a picture from memory; of one that moves, what it shows first. Throws if the browser cannot. */
export async function decodePicture(content: ArrayBuffer, type: string): Promise<DecodedPicture> {
  if ('ImageDecoder' in globalThis && (await ImageDecoder.isTypeSupported(type))) {
    const decoder = new ImageDecoder({ data: content, type });
    try {
      const { image } = await decoder.decode();
      return { source: image, width: image.displayWidth, height: image.displayHeight };
    } finally {
      decoder.close();
    }
  }
  // Browsers without that decoder, Safari above all, take a picture only as a blob; it lives while it is decoded.
  const bitmap = await createImageBitmap(new Blob([content], { type }));
  return { source: bitmap, width: bitmap.width, height: bitmap.height };
}
