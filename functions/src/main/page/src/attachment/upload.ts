import type { Api } from '../api';
import { seal } from '../media/seal';
import type { Attached } from '../model';
import type { Attachment } from './attachment';
import { put } from './put';

export interface Watcher {
  /** How much of the file is on its way, from 0 to 1; undefined once all of it is there. */
  progress: (share: number | undefined) => void;
  signal: AbortSignal;
}

/** Seals a file in this browser and brings it to its place, where only its key opens it. */
export async function upload(
  api: Api,
  enquiry: string,
  { content, type, name }: Attachment,
  { progress, signal }: Watcher,
): Promise<Attached> {
  progress(0);
  const plain = await content.arrayBuffer();
  const { object, key, context, url } = await api.room(enquiry, type, plain.byteLength);
  await put(url, await seal(plain, key, context), progress, signal);
  progress(undefined);
  // A picture has no name in WhatsApp, and its name could say more than the picture.
  return { object, key, ...(type === 'application/pdf' && name && { fileName: name }) };
}
