import { beforeEach, expect, it, vi } from 'vitest';
import type { Attachment } from '../attachment/attachment';
import { upload } from '../attachment/upload';
import type { Api } from '../api';
import { Problem } from '../problem';
import type { Part } from './drafts';
import { IdempotentSender } from './idempotent-sender';

vi.mock('../attachment/upload');

const plan: Attachment = {
  content: new Blob(['%PDF-']),
  type: 'application/pdf',
  name: 'plan.pdf',
};

beforeEach(() => {
  let count = 0;
  vi.mocked(upload).mockReset();
  vi.mocked(upload).mockImplementation(async () => ({ object: `o${++count}`, key: 'k' }));
});

function sender() {
  const reply = vi.fn();
  const closing = new AbortController();
  const watcher = { progress: () => {}, signal: closing.signal };
  const outgoing = new IdempotentSender({ reply } as unknown as Api, 'e1');
  const send = (draft: string | Part) =>
    outgoing.send(typeof draft === 'string' ? { text: draft } : draft, 7, watcher);
  const bodies = () => reply.mock.calls.map(([, , body]) => body as Record<string, unknown>);
  const stop = () => closing.abort(new Problem('cancelled'));
  return {
    reply,
    stop,
    send,
    bodies,
    keys: () => reply.mock.calls.map(([, key]) => key as string),
  };
}

it('keeps the key when the same text is tried again', async () => {
  const { reply, send, keys } = sender();
  reply.mockRejectedValueOnce(new Error('lost')).mockResolvedValueOnce({ id: 'm1' });

  await expect(send('Danke')).rejects.toThrow();
  await send('Danke');

  expect(keys()[1]).toBe(keys()[0]);
});

it.each<[string, Part]>([
  ['another text', { text: 'Vielen Dank' }],
  ['another quote', { text: 'Danke', quote: 'm2' }],
  ['another file', { text: 'Danke', file: plan }],
])('takes a new key for %s', async (_, other) => {
  const { reply, send, keys } = sender();
  reply.mockRejectedValue(new Error('lost'));

  await expect(send('Danke')).rejects.toThrow();
  await expect(send(other)).rejects.toThrow();

  expect(keys()[1]).not.toBe(keys()[0]);
});

it('takes a new key for the same text once it was sent', async () => {
  const { reply, send, keys } = sender();
  reply.mockResolvedValue({ id: 'm1' });

  await send('Danke');
  await send('Danke');

  expect(keys()[1]).not.toBe(keys()[0]);
});

it('uploads a file once, however often the answer is tried', async () => {
  const { reply, send, keys, bodies } = sender();
  reply.mockRejectedValueOnce(new Problem('offline')).mockResolvedValueOnce({ id: 'm1' });

  await expect(send({ text: '', file: plan })).rejects.toThrow();
  await send({ text: '', file: plan });

  expect(upload).toHaveBeenCalledOnce();
  expect(bodies()[1]).toEqual({ text: '', attachment: { object: 'o1', key: 'k' }, revision: 7 });
  expect(keys()[1]).toBe(keys()[0]);
});

it('uploads a file again, but only once, when it has waited too long', async () => {
  const { reply, send, keys, bodies } = sender();
  reply.mockRejectedValueOnce(new Problem('attachment-gone')).mockResolvedValueOnce({ id: 'm1' });

  await send({ text: '', file: plan });
  expect(bodies()[1]!['attachment']).toEqual({ object: 'o2', key: 'k' });
  expect(keys()[1]).not.toBe(keys()[0]);

  reply.mockRejectedValue(new Problem('attachment-gone'));
  await expect(send({ text: '', file: plan })).rejects.toThrow('attachment-gone');
  expect(reply).toHaveBeenCalledTimes(4);
});

it('sends no answer whose file was stopped', async () => {
  const { reply, stop, send } = sender();
  vi.mocked(upload).mockImplementationOnce(async () => {
    stop();
    return { object: 'o', key: 'k' };
  });

  await expect(send({ text: 'Danke', file: plan })).rejects.toThrow('cancelled');

  expect(reply).not.toHaveBeenCalled();
});
