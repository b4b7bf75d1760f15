import type { FileMessage, MediaType, StoredMedia } from '../generated/api';

/** How a file may be shown, and the type that it is opened as: by its bytes, never what the sender claims. */
export interface FileType {
  show: 'picture' | 'video' | 'audio' | 'pdf';
  type: string;
}

const picture = (type: string): FileType => ({ show: 'picture', type });
const video = (type: string): FileType => ({ show: 'video', type });
const audio = (type: string): FileType => ({ show: 'audio', type });

/** The allow-list. The server has looked at the first bytes before it sealed them. */
const SHOWN: Record<MediaType, FileType | undefined> = {
  jpeg: picture('image/jpeg'),
  png: picture('image/png'),
  webp: picture('image/webp'),
  mp4: video('video/mp4'),
  'mp4-mobile': video('video/3gpp'),
  'mp4-audio': audio('audio/mp4'),
  ogg: audio('audio/ogg'),
  aac: audio('audio/aac'),
  mp3: audio('audio/mpeg'),
  amr: audio('audio/amr'),
  pdf: { show: 'pdf', type: 'application/pdf' },
  // Built like MP4; whether this browser knows what is in it, only trying tells.
  quicktime: video('video/mp4'),
  other: undefined,
};

/** How this browser can show the file; undefined for what is kept closed. */
export function fileType(media: StoredMedia, kind: FileMessage['kind']): FileType | undefined {
  const found = Object.hasOwn(SHOWN, media.type) ? SHOWN[media.type] : undefined;
  if (found?.type === 'audio/amr' && !plays(found.type)) return undefined;
  return found && kind === 'audio' ? heard(found) : found;
}

/** AMR is patented and old: browsers of some makers play it, others do not. */
function plays(type: string): boolean {
  return document.createElement('audio').canPlayType(type) !== '';
}

/** A voice message in a container that could hold pictures is played as sound. */
function heard(found: FileType): FileType {
  return found.show === 'video' ? audio(found.type.replace('video', 'audio')) : found;
}
