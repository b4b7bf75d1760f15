import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Api } from '../api';
import { decrypt } from '../media/cipher';
import { Problem } from '../problem';
import type { Attachment } from './attachment';
import { upload } from './upload';

/** A bucket behind an XMLHttpRequest; it answers when it is told to. */
class Request {
  static last: Request | undefined;
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  readonly headers: [string, string][] = [];
  status = 0;
  sent: Blob | undefined;
  onload = () => {};
  onerror = () => {};
  onabort = () => {};

  constructor() {
    Request.last = this;
  }

  open(method: string, url: string): void {
    Object.assign(this, { method, url });
  }

  setRequestHeader(name: string, value: string): void {
    this.headers.push([name, value]);
  }

  send(body: Blob): void {
    this.sent = body;
  }

  abort(): void {
    this.onabort();
  }

  answer(status: number): void {
    this.status = status;
    this.onload();
  }
}

const key = btoa('k'.repeat(32));
const plan: Attachment = {
  content: new Blob(['%PDF-1.7']),
  type: 'application/pdf',
  name: 'plan.pdf',
};

beforeEach(() => vi.stubGlobal('XMLHttpRequest', Request));
afterEach(() => vi.unstubAllGlobals());

function started(file = plan) {
  Request.last = undefined;
  const uploadTarget = vi.fn(async () => ({
    object: 'o',
    key,
    context: 'here',
    url: 'https://b/o',
  }));
  const progress = vi.fn();
  const closing = new AbortController();
  const api = { uploadTarget } as unknown as Api;
  const result = upload(api, 'e1', file, { progress, signal: closing.signal });
  result.catch(() => undefined);
  return { uploadTarget, progress, closing, result };
}

async function begun(file = plan) {
  const upload = started(file);
  await vi.waitFor(() => expect(Request.last?.sent).toBeDefined());
  return { ...upload, request: Request.last! };
}

it('brings a sealed file to its place, and says how far it is', async () => {
  const { uploadTarget, progress, result, request } = await begun();
  request.upload.onprogress!({ loaded: 1, total: 4 });
  request.answer(200);

  expect(await result).toEqual({ object: 'o', key, fileName: 'plan.pdf' });
  expect(uploadTarget).toHaveBeenCalledWith('e1', 'application/pdf', 8);
  expect(request).toMatchObject({ method: 'PUT', url: 'https://b/o' });
  expect(request.headers).toEqual([['Content-Type', 'application/octet-stream']]);
  const opened = await decrypt(await request.sent!.arrayBuffer(), key, 'here');
  expect(new TextDecoder().decode(opened)).toBe('%PDF-1.7');
  expect(progress.mock.calls).toEqual([[0], [0.25], [undefined]]);
});

it('does not tell the name of a picture', async () => {
  const { result, request } = await begun({ ...plan, type: 'image/jpeg', name: 'Erika krank.jpg' });
  request.answer(200);

  expect(await result).toEqual({ object: 'o', key });
});

it('says when the place does not take it, when there is no way, and when it was stopped', async () => {
  const refused = await begun();
  refused.request.answer(403);
  await expect(refused.result).rejects.toMatchObject({ name: 'upload-failed' });

  const offline = await begun();
  offline.request.onerror();
  await expect(offline.result).rejects.toMatchObject({ name: 'offline' });

  const stopped = await begun();
  stopped.closing.abort(new Problem('cancelled'));
  await expect(stopped.result).rejects.toMatchObject({ name: 'cancelled' });
});

it('sends nothing that was stopped while it was read, or while its place was asked for', async () => {
  const reading = started();
  reading.closing.abort(new Problem('cancelled'));
  await expect(reading.result).rejects.toMatchObject({ name: 'cancelled' });
  expect(reading.uploadTarget).not.toHaveBeenCalled();

  const asking = started();
  asking.uploadTarget.mockImplementationOnce(async () => {
    asking.closing.abort(new Problem('cancelled'));
    return { object: 'o', key, context: 'here', url: 'https://b/o' };
  });
  await expect(asking.result).rejects.toMatchObject({ name: 'cancelled' });
  expect(Request.last).toBeUndefined();
});
