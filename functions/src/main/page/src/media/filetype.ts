/** How a file may be shown, and the type that its blob gets: never what the sender claims. */
export interface FileType {
  show: 'picture' | 'video' | 'audio' | 'pdf';
  type: string;
}

const picture = (type: string): FileType => ({ show: 'picture', type });
const video = (type: string): FileType => ({ show: 'video', type });
const audio = (type: string): FileType => ({ show: 'audio', type });

/** The allow-list, by the first bytes; anything else is undefined and is not shown. */
export function fileType(content: ArrayBuffer): FileType | undefined {
  const head = new Uint8Array(content, 0, Math.min(16, content.byteLength));
  const text = String.fromCharCode(...head);
  if (starts(head, 0xff, 0xd8, 0xff)) return picture('image/jpeg');
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return picture('image/png');
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return picture('image/webp');
  if (text.startsWith('ftyp', 4)) return baseMedia(text.slice(8, 12));
  if (text.startsWith('OggS')) return audio('audio/ogg');
  if (text.startsWith('%PDF-')) return { show: 'pdf', type: 'application/pdf' };
  return text.startsWith('ID3') ? audio('audio/mpeg') : frames(head);
}

/** ISO base media files name their brand: MP4, 3GP and M4A are, QuickTime and HEIC are not shown. */
function baseMedia(brand: string): FileType | undefined {
  if (/^3g[a-z0-9]{2}$/i.test(brand)) return video('video/3gpp');
  if (/^M4[AB] $/.test(brand)) return audio('audio/mp4');
  if (/^(isom|iso[2-9]|mp4[12]|avc1|M4V |MSNV|mmp4|dash)$/.test(brand)) return video('video/mp4');
  return undefined;
}

/** Bare MPEG audio: eleven or twelve set bits, then a layer; layer 0 with twelve bits is AAC. */
function frames(head: Uint8Array): FileType | undefined {
  const [first = 0, second = 0] = head;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  if ((second & 0xf6) === 0xf0) return audio('audio/aac');
  return (second & 0x06) === 0x02 ? audio('audio/mpeg') : undefined;
}

function starts(head: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, position) => head[position] === byte);
}
