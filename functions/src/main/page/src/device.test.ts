import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Cover } from './cover';
import { watchIdle } from './idle';
import { choices } from './settings/choices';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  choices.coverOnBlur = true;
});

function page() {
  document.body.innerHTML = '<main><textarea></textarea></main><div hidden><p></p></div>';
  const content = document.querySelector('main')!;
  const cover = document.querySelector('div')!;
  return { content, cover, guard: new Cover(content, cover) };
}

it('covers the content, and brings back the focus with it', () => {
  const { content, cover, guard } = page();
  content.querySelector('textarea')!.focus();

  guard.draw();
  expect([content.hidden, cover.hidden]).toEqual([true, false]);

  guard.lift();
  expect([content.hidden, cover.hidden]).toEqual([false, true]);
  expect(document.activeElement?.tagName).toBe('TEXTAREA');
});

it('holds nothing of a desk that is cleared while it is covered', () => {
  const { content, guard } = page();
  const field = content.querySelector('textarea')!;
  field.focus();

  guard.draw();

  expect(Object.values(guard)).not.toContain(field);
});

it('lifts the cover for whoever brings a file from another window, and draws it when they leave', () => {
  const { content, guard } = page();
  guard.watch();
  vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  guard.draw();

  window.dispatchEvent(new Event('dragenter'));
  expect(content.hidden).toBe(false);
  window.dispatchEvent(new Event('dragleave'));
  expect(content.hidden).toBe(true);
});

it('locks after five minutes without a sign of life', () => {
  const lock = vi.fn();
  watchIdle({ lock, warn: vi.fn(), calm: vi.fn() });

  vi.advanceTimersByTime(4 * 60_000);
  window.dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(4 * 60_000);
  expect(lock).not.toHaveBeenCalled();

  vi.advanceTimersByTime(2 * 60_000);
  expect(lock).toHaveBeenCalled();
});

it('locks before it listens when the device wakes up after a long sleep', () => {
  const lock = vi.fn();
  watchIdle({ lock, warn: vi.fn(), calm: vi.fn() });

  vi.setSystemTime(Date.now() + 3_600_000);
  window.dispatchEvent(new Event('pointerdown'));

  expect(lock).toHaveBeenCalledOnce();
});

it('warns a minute before it locks, and is calm again when somebody is there', () => {
  const [lock, warn, calm] = [vi.fn(), vi.fn(), vi.fn()];
  watchIdle({ lock, warn, calm });

  vi.advanceTimersByTime(3 * 60_000 + 55_000);
  expect(warn).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(warn).toHaveBeenCalledExactlyOnceWith(60_000);
  window.dispatchEvent(new Event('keydown'));
  expect(calm).toHaveBeenCalledOnce();

  vi.advanceTimersByTime(3 * 60_000);
  expect(lock).not.toHaveBeenCalled();
});

it('stays open beside another window if the mayor wants that, and never where nobody sees it', () => {
  const { content, guard } = page();
  guard.watch();
  choices.coverOnBlur = false;

  window.dispatchEvent(new Event('blur'));
  expect(content.hidden).toBe(false);

  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(content.hidden).toBe(true);
});
