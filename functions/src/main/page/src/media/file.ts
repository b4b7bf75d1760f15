import type { FileMessage, StoredMedia } from '../generated/api';
import { decrypt } from './cipher';
import { fileType, type FileType } from './filetype';

/** What became of a file: it is open, it is of a kind that is not shown, or why it is neither. */
export type Opened =
  | { state: 'open'; show: FileType['show']; blob: Blob; url: string }
  | { state: 'other' }
  | { state: 'expired' }
  | { state: 'failed' }
  | { state: 'unreadable' };

/** Fetches ciphertext, opens it in memory. Whoever gets a URL revokes it when the view closes. */
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
  const blob = new Blob([content], { type: found.type });
  return { state: 'open', show: found.show, blob, url: URL.createObjectURL(blob) };
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
