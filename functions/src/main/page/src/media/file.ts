import type { Media } from '../model';
import { decrypt } from './decrypt';
import { fileType, type FileType } from './filetype';

/** What became of a file: it is here, to be shown or to be kept closed, or why it is not. */
export type Opened =
  | { state: 'open'; show: FileType['show']; blob: Blob; url: string }
  | { state: 'closed'; blob: Blob }
  | { state: 'expired' }
  | { state: 'failed' }
  | { state: 'unreadable' };

/** No browser opens it by itself. */
const CLOSED = 'application/octet-stream';

/** Fetches ciphertext, opens it in memory. Whoever gets a URL revokes it when the view closes. */
export async function openFile(media: Media, kind: string, signal: AbortSignal): Promise<Opened> {
  const sealed = await download(media.url, signal);
  if (!(sealed instanceof ArrayBuffer)) return sealed;
  let content: ArrayBuffer;
  try {
    content = await decrypt(sealed, media.key ?? '', media.context ?? '');
  } catch {
    return { state: 'unreadable' };
  }
  const found = fileType(media, kind);
  if (!found || signal.aborted) {
    return { state: 'closed', blob: new Blob([content], { type: CLOSED }) };
  }
  const blob = new Blob([content], { type: found.type });
  return { state: 'open', show: found.show, blob, url: URL.createObjectURL(blob) };
}

/** Hands a file over to the device, under a name; the browser asks where to, or puts it to the downloads. */
export function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: CLOSED }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

async function download(
  url: string | undefined,
  signal: AbortSignal,
): Promise<ArrayBuffer | Opened> {
  if (!url) return { state: 'expired' };
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
