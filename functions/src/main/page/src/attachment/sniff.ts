/** What can be attached, by its first bytes; a name or a claim may be wrong. */
export type Found = 'jpeg' | 'png' | 'webp' | 'pdf';

const LOOK = 12;

const BEGINNINGS: [Found, RegExp][] = [
  ['jpeg', /^\xff\xd8\xff/],
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['webp', /^RIFF[^]{4}WEBP/],
  ['pdf', /^%PDF-/],
];

export async function sniff(file: Blob): Promise<Found | undefined> {
  const bytes = new Uint8Array(await file.slice(0, LOOK).arrayBuffer());
  const beginning = String.fromCharCode(...bytes);
  return BEGINNINGS.find(([, signature]) => signature.test(beginning))?.[0];
}
