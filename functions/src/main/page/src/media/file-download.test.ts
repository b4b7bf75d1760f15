import { beforeEach, expect, it, vi } from 'vitest';
import type { StoredMedia } from '../generated/api';
import './file-download';
import type { FileDownload } from './file-download';

const opened = vi.hoisted(() => ({ bytes: new ArrayBuffer(8) }));
vi.mock('./cipher', () => ({ decrypt: async () => opened.bytes }));

const blobs = vi.spyOn(URL, 'createObjectURL').mockImplementation(() => 'blob:file');
vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {});
const saved: string[] = [];
vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
  this: HTMLAnchorElement,
) {
  saved.push(this.download);
});

let status = 200;

beforeEach(() => {
  document.body.replaceChildren();
  saved.length = 0;
  status = 200;
  vi.stubGlobal('fetch', async () => new Response(new Uint8Array(8), { status }));
});

async function offered(desk: boolean, renew = async () => {}): Promise<FileDownload> {
  vi.stubGlobal('matchMedia', () => ({ matches: desk }));
  const download = document.createElement('file-download') as FileDownload;
  download.media = { fileName: '\u202eantrag.docx', url: 'https://x/', key: '' } as StoredMedia;
  download.renew = renew;
  document.body.append(download);
  await download.updateComplete;
  return download;
}

async function press(download: FileDownload, number: number): Promise<void> {
  download.querySelectorAll('button')[number]!.click();
  await download.updateComplete;
}

it('saves at a desk, after a warning', async () => {
  const download = await offered(true);
  await press(download, 0);

  expect(download.textContent).toContain('verlässt damit die Sprechstunde');
  expect(saved).toEqual([]);

  await press(download, 0);

  await vi.waitFor(() => expect(saved).toEqual(['antrag.docx']));
  expect((blobs.mock.lastCall![0] as Blob).type).toBe('application/octet-stream');
});

it('saves nothing for who thinks better of it', async () => {
  const download = await offered(true);
  await press(download, 0);
  await press(download, 1);

  expect(saved).toEqual([]);
  expect(download.querySelectorAll('button')).toHaveLength(1);
});

it('offers nothing on a phone or tablet', async () => {
  const download = await offered(false);

  expect(download.querySelector('button')).toBeNull();
  expect(download.textContent).toContain('An einem Computer der Verwaltung');
});

it('asks for another address when the first has expired, and says when it cannot be had', async () => {
  const renew = vi.fn(async () => {});
  const download = await offered(true, renew);
  status = 403;
  await press(download, 0);
  await press(download, 0);

  await vi.waitFor(() => expect(download.querySelector('[role=alert]')).not.toBeNull());
  expect(renew).toHaveBeenCalledOnce();
  expect(saved).toEqual([]);
});
