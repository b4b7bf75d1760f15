import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fits, IN_MEMORY, shelve, unshelve } from './blob-shelf';

const revoke = vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {});
let held: string[] = [];

beforeEach(() => {
  let count = 0;
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => `blob:${++count}`);
  revoke.mockClear();
});

afterEach(() => {
  held.forEach(unshelve);
  held = [];
});

function film(bytes: number, release = () => {}): string {
  const url = shelve(new ArrayBuffer(bytes), 'video/mp4', release);
  held.push(url);
  return url;
}

it('holds no more than stays in memory, and the oldest makes room', () => {
  const gone: string[] = [];
  const first = film(10_000_000, () => gone.push('first'));
  film(6_000_000, () => gone.push('second'));
  expect(fits(1)).toBe(false);
  expect(gone).toEqual([]);

  film(10_000_000);

  expect(gone).toEqual(['first']);
  expect(revoke.mock.calls).toEqual([[first]]);
  expect(fits(1)).toBe(false);
});

it('holds a film that is too large alone', () => {
  const gone: string[] = [];
  film(1_000, () => gone.push('small'));

  film(IN_MEMORY + 1, () => gone.push('large'));

  expect(gone).toEqual(['small']);
  expect(fits(0)).toBe(false);
});

it('has room again when a view has closed', () => {
  const url = film(IN_MEMORY);
  unshelve(url);

  expect(fits(IN_MEMORY)).toBe(true);
  expect(revoke).toHaveBeenCalledWith(url);
});
