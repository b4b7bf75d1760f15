import { afterEach, expect, it, vi } from 'vitest';
import type { Api } from '../api';
import { begunNote, keepNote } from '../colleagues/begun-notes';
import { draftVault, isSealed, sealDrafts, unsealDrafts } from './draft-vault';
import { draft, forgetDrafts, keepDraft } from './drafts';
import { sender } from './outbox';

const HOUR = 3_600_000;
const watcher = { progress: () => {}, signal: new AbortController().signal };

afterEach(async () => {
  forgetDrafts();
  await unsealDrafts('nobody');
});

it('gives back to the same person what was begun', async () => {
  keepDraft('e1', { text: 'Der Bauhof', quote: 'm1' });
  keepDraft('e2', { text: 'Morgen' });

  sealDrafts('mayor');
  forgetDrafts();
  expect(draft('e1').text).toBe('');
  await unsealDrafts('mayor');

  expect(draft('e1')).toEqual({ text: 'Der Bauhof', quote: 'm1' });
  expect(draft('e2').text).toBe('Morgen');
  expect(isSealed()).toBe(false);
});

it('gives nothing to anybody else, and nothing afterwards', async () => {
  keepDraft('e1', { text: 'Der Bauhof' });
  sealDrafts('mayor');
  forgetDrafts();

  await unsealDrafts('deputy');
  await unsealDrafts('mayor');

  expect(draft('e1').text).toBe('');
});

it('keeps it for an hour', () => {
  keepDraft('e1', { text: 'Der Bauhof' });
  sealDrafts('mayor', Date.now());

  expect(isSealed(Date.now() + HOUR - 1_000)).toBe(true);
  expect(isSealed(Date.now() + HOUR + 1_000)).toBe(false);
});

it('forgets it when the hour is over, though nobody comes, and says so to the door', async () => {
  vi.useFakeTimers();
  const gone = vi.fn();
  draftVault.addEventListener('change', gone, { once: true });
  keepDraft('e1', { text: 'Der Bauhof' });
  sealDrafts('mayor');

  vi.advanceTimersByTime(HOUR);
  // However late it is, nothing is left to be given back.
  vi.setSystemTime(Date.now() - HOUR);
  vi.useRealTimers();
  forgetDrafts();
  await unsealDrafts('mayor');

  expect(gone).toHaveBeenCalledOnce();
  expect(draft('e1').text).toBe('');
});

it('gives back a note that was begun', async () => {
  keepNote('e1', { text: 'Der Bauhof weiß es', version: 3 });
  sealDrafts('mayor');
  forgetDrafts();
  expect(begunNote('e1')).toBeUndefined();

  await unsealDrafts('mayor');

  expect(begunNote('e1')).toEqual({ text: 'Der Bauhof weiß es', version: 3 });
});

it('has nothing to keep where nothing was begun', () => {
  sealDrafts('mayor');

  expect(isSealed()).toBe(false);
});

it('sends what was on its way when the page was locked under the key of before', async () => {
  const keys: string[] = [];
  const api = {
    reply: async (_: string, key: string) => {
      keys.push(key);
      throw new Error('nobody has answered');
    },
  } as unknown as Api;
  const answer = { text: 'Der Bauhof' };
  keepDraft('e1', answer);
  await sender(api, 'e1')
    .send(answer, 1, watcher)
    .catch(() => {});

  sealDrafts('mayor');
  forgetDrafts();
  await unsealDrafts('mayor');
  await sender(api, 'e1')
    .send(draft('e1'), 2, watcher)
    .catch(() => {});
  await sender(api, 'e1')
    .send({ text: 'Etwas anderes' }, 2, watcher)
    .catch(() => {});

  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});
