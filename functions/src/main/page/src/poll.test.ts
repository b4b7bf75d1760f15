import type { ReactiveControllerHost } from 'lit';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Poll } from './poll';

const PERIOD = 5_000;
const host = { addController: () => {} } as unknown as ReactiveControllerHost;
let poll: Poll | undefined;

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  poll?.hostDisconnected();
  hide(false);
  vi.useRealTimers();
});

function polling(work: () => Promise<void>): void {
  poll = new Poll(host, work, PERIOD);
  poll.hostConnected();
}

function hide(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

it('rests while the page is hidden and looks at once when it is back', async () => {
  const work = vi.fn(async () => {});
  polling(work);
  await vi.advanceTimersByTimeAsync(1);

  hide(true);
  await vi.advanceTimersByTimeAsync(10 * PERIOD);
  expect(work).toHaveBeenCalledTimes(1);

  hide(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(2);
});

it('looks less often while the page is hidden, where the tab shall say what comes', async () => {
  const work = vi.fn(async () => {});
  poll = new Poll(host, work, PERIOD, 6 * PERIOD);
  poll.hostConnected();
  await vi.advanceTimersByTimeAsync(1);

  hide(true);
  await vi.advanceTimersByTimeAsync(6 * PERIOD - 1);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(6 * PERIOD);
  expect(work).toHaveBeenCalledTimes(2);
});

it('goes on after work that threw', async () => {
  const work = vi.fn(async () => {});
  polling(work);
  await vi.advanceTimersByTimeAsync(1);
  work.mockRejectedValueOnce(new Error('broken'));

  await expect(poll!.now()).rejects.toThrow('broken');
  await vi.advanceTimersByTimeAsync(PERIOD);

  expect(work).toHaveBeenCalledTimes(3);
});

it('never runs twice at the same time, and not after its element has left', async () => {
  let running = 0;
  const work = vi.fn(async () => {
    expect(++running).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    running--;
  });
  polling(work);
  void poll!.now();
  void poll!.now();
  await vi.advanceTimersByTimeAsync(3_000);

  poll!.hostDisconnected();
  const calls = work.mock.calls.length;
  await vi.advanceTimersByTimeAsync(10 * PERIOD);

  expect(work).toHaveBeenCalledTimes(calls);
});
