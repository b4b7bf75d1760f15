import { beforeEach, expect, it, vi } from 'vitest';
import type { FileMessage, MediaType } from '../generated/api';
import { IN_MEMORY } from './blob-shelf';
import './message-file';
import type { MessageFile } from './message-file';

const opened = vi.hoisted(() => ({ bytes: new ArrayBuffer(8) }));
vi.mock('./cipher', () => ({ decrypt: async () => opened.bytes }));
vi.mock('./picture-decoder', () => ({
  decodePicture: async () => ({ source: { close: () => {} }, width: 4000, height: 2000 }),
}));

const blobs = vi.spyOn(URL, 'createObjectURL').mockImplementation(() => 'blob:film');
vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {});

beforeEach(() => {
  document.body.replaceChildren();
  blobs.mockClear();
  vi.stubGlobal('fetch', async () => new Response(new Uint8Array(8)));
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(private readonly seen: (entries: unknown[]) => void) {}
      observe() {
        this.seen([{ isIntersecting: true }]);
      }
      disconnect() {}
    },
  );
});

async function shown(kind: FileMessage['kind'], type: MediaType, bytes: number) {
  const file = document.createElement('message-file') as MessageFile;
  const media = { state: 'stored', type, bytes, url: 'https://x/', key: '', context: '' };
  file.message = { id: 'm', direction: 'in', at: '2026-11-23T10:00:00Z', kind, media } as never;
  file.renew = async () => {};
  document.body.append(file);
  await vi.waitFor(() => expect(file.querySelector('canvas, video, audio, button')).toBeTruthy());
  return file;
}

it('draws a picture from memory: no blob, and smaller than a phone photographs', async () => {
  const file = await shown('image', 'jpeg', 8);
  const canvas = file.querySelector('canvas')!;

  await vi.waitFor(() => expect(canvas.width).toBe(1280));
  expect(canvas.height).toBe(640);
  expect(canvas.getAttribute('role')).toBe('img');
  expect(canvas.getAttribute('aria-label')).toContain('Bild, gesendet');
  expect(blobs).not.toHaveBeenCalled();
});

it('plays a film from a blob', async () => {
  const file = await shown('video', 'mp4', 8);

  expect(file.querySelector('video')!.getAttribute('src')).toBe('blob:film');
  expect(blobs).toHaveBeenCalledTimes(1);
});

it('says what becomes of a film that is larger than the memory before it is opened', async () => {
  const file = await shown('video', 'mp4', IN_MEMORY + 1);

  expect(file.textContent).toContain('vorübergehend auf dem Gerät ablegen');
  expect(blobs).not.toHaveBeenCalled();
});

it('waits for a tap where a film would push another out of memory', async () => {
  opened.bytes = new ArrayBuffer(IN_MEMORY);
  await shown('video', 'mp4', IN_MEMORY);

  const second = await shown('video', 'mp4', 1_000);
  expect(second.querySelector('video')).toBeNull();
  second.querySelector('button')!.click();
  await vi.waitFor(() => expect(second.querySelector('video')).toBeTruthy());

  expect(document.querySelectorAll('video')).toHaveLength(1);
});
