/** Signs that turn the direction of reading could make `gpj.exe` look like `exe.jpg`. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Most file systems take no more than 255 bytes; the end says what kind of file it is. */
const LONGEST = 120;

/** A name from outside as it is shown: on one line, read in one direction. */
export function plainName(name: string | undefined): string {
  return (name ?? '').replace(TURNING, '').replace(/\s+/g, ' ').trim();
}

/** A name from outside as a file's on this device: without signs that would lead elsewhere, and not endless. */
export function fileName(name: string | undefined): string {
  const plain = plainName(name).replace(/[\u0000-\u001f\u007f\\/:*?"<>|]/g, '_');
  return plain.replace(/^\.+/, '').slice(-LONGEST);
}
