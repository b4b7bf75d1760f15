import { afterEach, expect, it, vi } from 'vitest';
import type { FileMessage, StoredMedia } from '../generated/api';
import { fileType } from './filetype';

function shown(
  type: string | undefined,
  kind: FileMessage['kind'] = 'document',
): string | undefined {
  return fileType({ state: 'stored', mimeType: 'text/html', type } as StoredMedia, kind)?.type;
}

afterEach(() => {
  vi.restoreAllMocks();
});

it.each([
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['webp', 'image/webp'],
  ['mp4', 'video/mp4'],
  ['mp4-mobile', 'video/3gpp'],
  ['quicktime', 'video/mp4'],
  ['mp4-audio', 'audio/mp4'],
  ['ogg', 'audio/ogg'],
  ['mp3', 'audio/mpeg'],
  ['aac', 'audio/aac'],
  ['pdf', 'application/pdf'],
])('shows %s as %s, whatever the sender claims', (type, blob) => {
  expect(shown(type)).toBe(blob);
});

it.each(['other', 'svg', 'html', 'toString', undefined])('keeps %s closed', (type) => {
  expect(shown(type)).toBeUndefined();
});

it.each([
  ['', undefined],
  ['maybe', 'audio/amr'],
])('asks the browser whether it plays AMR: "%s"', (answer, blob) => {
  vi.spyOn(HTMLMediaElement.prototype, 'canPlayType').mockReturnValue(answer as CanPlayTypeResult);

  expect(shown('amr')).toBe(blob);
});

it('plays a voice message in a film container as sound', () => {
  expect(shown('mp4', 'audio')).toBe('audio/mp4');
  expect(shown('mp4-mobile', 'audio')).toBe('audio/3gpp');
  expect(shown('jpeg', 'audio')).toBe('image/jpeg');
});
