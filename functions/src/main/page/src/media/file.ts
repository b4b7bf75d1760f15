import type { FileMessage, StoredMedia } from '../generated/api';
import { decrypt } from './cipher';
import { fileType } from './filetype';

/** What became of a file: it is open, it is of a kind that is not shown, or why it is neither. */
export type Opened =
  | {
      state: 'open';
      show: 'picture' | 'pdf' | 'video' | 'audio';
      type: string;
      content: ArrayBuffer;
    }
  | { state: 'other' }
  | Unopened;

/** Why a file could not be had. */
export interface Unopened {
  state: 'expired' | 'failed' | 'unreadable';
}

/** Fetches ciphertext and opens it in memory, if it is of a kind that is shown. */
export async function openFile(
  media: StoredMedia,
  kind: FileMessage['kind'],
  signal: AbortSignal,
): Promise<Opened> {
  const content = await readFile(media, signal);
  if (!(content instanceof ArrayBuffer)) return content;
  const found = fileType(media, kind);
  if (!found || signal.aborted) return { state: 'other' };
  return { state: 'open', ...found, content };
}

/** A file's plain bytes, whatever they are. */
export async function readFile(
  media: StoredMedia,
  signal: AbortSignal,
): Promise<ArrayBuffer | Unopened> {
  const sealed = await download(media.url, signal);
  if (!(sealed instanceof ArrayBuffer)) return sealed;
  try {
    return await decrypt(sealed, media.key, media.context);
  } catch {
    return { state: 'unreadable' };
  }
}

async function download(url: string, signal: AbortSignal): Promise<ArrayBuffer | Unopened> {
  try {
    const response = await fetch(url, {
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal,
    });
    if (response.status === 403) return { state: 'expired' };
    return response.ok ? await response.arrayBuffer() : { state: 'failed' };
  } catch {
    return { state: 'failed' };
  }
}
