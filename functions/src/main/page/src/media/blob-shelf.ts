/**
 * So much do browsers keep in memory even on small phones, where Chromium allows blobs a hundredth of it; what is more it
 * puts aside on the disk. It is also what WhatsApp takes of a film or a sound.
 */
export const IN_MEMORY = 16_000_000;

interface Held {
  bytes: number;
  release: () => void;
}

/** The blobs that films and sounds are played from, all together, for browsers count them together. */
const shelf = new Map<string, Held>();

/** Whether another blob of so many bytes stays in memory. */
export function fits(bytes: number): boolean {
  const held = [...shelf.values()].reduce((sum, one) => sum + one.bytes, 0);
  return held + bytes <= IN_MEMORY;
}

/** The address of a new blob. Those that came first make room for it, and `release` is told if it must go itself. */
export function shelve(content: ArrayBuffer, type: string, release: () => void): string {
  for (const [url, held] of shelf) {
    if (fits(content.byteLength)) break;
    unshelve(url);
    held.release();
  }
  const url = URL.createObjectURL(new Blob([content], { type }));
  shelf.set(url, { bytes: content.byteLength, release });
  return url;
}

/** Nobody plays it any more. */
export function unshelve(url: string): void {
  URL.revokeObjectURL(url);
  shelf.delete(url);
}
