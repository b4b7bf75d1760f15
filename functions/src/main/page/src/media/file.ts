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
  | { state: 'expired' }
  | { state: 'failed' }
  | { state: 'unreadable' };

/** Fetches ciphertext and opens it in memory. */
export async function openFile(
  media: StoredMedia,
  kind: FileMessage['kind'],
  signal: AbortSignal,
): Promise<Opened> {
  const sealed = await download(media.url, signal);
  if (!(sealed instanceof ArrayBuffer)) return sealed;
  let content: ArrayBuffer;
  try {
    content = await decrypt(sealed, media.key, media.context);
  } catch {
    return { state: 'unreadable' };
  }
  const found = fileType(media, kind);
  if (!found || signal.aborted) return { state: 'other' };
  return { state: 'open', ...found, content };
}

async function download(url: string, signal: AbortSignal): Promise<ArrayBuffer | Opened> {
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
