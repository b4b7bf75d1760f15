import { afterEach, expect, it, vi } from 'vitest';
import type { Api } from '../api';
import type { Configuration, Message } from '../generated/api';
import { Signs } from './signs';

const message = (id: string, direction: 'in' | 'out' = 'in') => ({ id, direction }) as Message;

const seen = (messages: Message[], rest: { unread?: true; revision?: number } = {}) => ({
  messages,
  revision: 5,
  ...rest,
});

afterEach(() => vi.restoreAllMocks());

function given(mode: Configuration['signs'] = 'none', focused = true) {
  vi.spyOn(document, 'hasFocus').mockImplementation(() => focused);
  const sign = vi.fn(async () => {});
  return { sign, signs: new Signs({ sign } as unknown as Api, 'e1', mode) };
}

it('says once that a message was read, and again for the next', () => {
  const { sign, signs } = given('read');

  signs.seen(seen([message('a')]));
  signs.seen(seen([message('a'), message('b', 'out')]));
  expect(sign.mock.calls).toEqual([['e1', { sign: 'read', revision: 5 }]]);

  signs.seen(seen([message('a'), message('b', 'out'), message('c')]));
  expect(sign).toHaveBeenCalledTimes(2);
});

it('does not call read what lies behind another window', () => {
  const { sign, signs } = given('read', false);
  signs.seen(seen([message('a')]));
  expect(sign).not.toHaveBeenCalled();

  vi.mocked(document.hasFocus).mockReturnValue(true);
  signs.seen(seen([message('a')]));
  expect(sign).toHaveBeenCalledOnce();
});

it('says at most every twenty seconds that the mayor is writing', () => {
  const { sign, signs } = given('typing');

  signs.typing(0);
  signs.typing(19_999);
  expect(sign.mock.calls).toEqual([['e1', { sign: 'typing' }]]);
  signs.typing(20_000);
  expect(sign).toHaveBeenCalledTimes(2);
});

it('says only what the town wants to be said', () => {
  const silent = given();
  silent.signs.seen(seen([message('a')]));
  silent.signs.typing(0);
  expect(silent.sign).not.toHaveBeenCalled();

  const reading = given('read');
  reading.signs.typing(0);
  expect(reading.sign).not.toHaveBeenCalled();
});

it('goes on when a sign fails', async () => {
  const { sign, signs } = given('read');
  sign.mockRejectedValue(new Error('offline'));

  signs.seen(seen([message('a')]));

  await expect(Promise.resolve()).resolves.toBeUndefined();
});

it('tells the list up to where is read, though the citizen is told nothing, and once', () => {
  const { sign, signs } = given();

  signs.seen(seen([message('a')], { unread: true }));
  signs.seen(seen([message('a')], { unread: true }));
  signs.seen(seen([message('a')]));
  expect(sign.mock.calls).toEqual([['e1', { sign: 'read', revision: 5 }]]);

  // An edit or a refused answer is news too.
  signs.seen(seen([message('a')], { unread: true, revision: 6 }));
  expect(sign).toHaveBeenCalledTimes(2);
});
