import { Problem } from '../problem';

/** Puts a sealed file into its place; of all ways to send, only this one says how far it is. */
export function put(
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
    request.onabort = () => refuse(new Problem('cancelled'));
    signal.addEventListener('abort', () => request.abort());
    request.send(sealed);
  });
}
