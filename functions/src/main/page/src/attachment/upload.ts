import type { Api } from '../api';
import { seal } from '../media/cipher';
import type { UploadedFile } from '../generated/api';
import { Problem } from '../problem';
import type { Attachment } from './attachment';

export interface Watcher {
  /** How much of the file is on its way, from 0 to 1; undefined once all of it is there. */
  progress: (share: number | undefined) => void;
  /** Stops it; its reason is the problem that this ends with. */
  signal: AbortSignal;
}

/** Seals a file in this browser and brings it to its place, where only its key opens it. */
export async function upload(
  api: Api,
  enquiry: string,
  { content, type, name }: Attachment,
  { progress, signal }: Watcher,
): Promise<UploadedFile> {
  progress(0);
  const plain = await content.arrayBuffer();
  signal.throwIfAborted();
  const { object, key, context, url } = await api.uploadTarget(enquiry, type, plain.byteLength);
  const sealed = await seal(plain, key, context);
  // Whoever listens only from here on hears nothing of what was stopped before.
  signal.throwIfAborted();
  await put(url, sealed, progress, signal);
  progress(undefined);
  // A picture has no name in WhatsApp, and its name could say more than the picture.
  return { object, key, ...(type === 'application/pdf' && name && { fileName: name }) };
}

/** Puts a sealed file into its place; of all ways to send, only this one says how far it is. */
function put(
  url: string,
  sealed: Blob,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((done, refuse) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.onload = () => (request.status < 300 ? done() : refuse(new Problem('upload-failed')));
    request.onerror = () => refuse(new Problem('offline'));
    request.onabort = () => refuse(signal.reason);
    signal.addEventListener('abort', () => request.abort());
    request.send(sealed);
  });
}
