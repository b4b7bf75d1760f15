import { expect, it, vi } from 'vitest';
import type { Api } from '../api';
import { Outgoing } from './outgoing';

function sender() {
  const reply = vi.fn();
  const outgoing = new Outgoing();
  const send = (text: string) => outgoing.send({ reply } as unknown as Api, 'e1', text);
  return { reply, send, keys: () => reply.mock.calls.map(([, key]) => key as string) };
}

it('keeps the key when the same text is tried again', async () => {
  const { reply, send, keys } = sender();
  reply.mockRejectedValueOnce(new Error('lost')).mockResolvedValueOnce({ id: 'm1' });

  await expect(send('Danke')).rejects.toThrow();
  await send('Danke');

  expect(keys()[1]).toBe(keys()[0]);
});

it('takes a new key for another text', async () => {
  const { reply, send, keys } = sender();
  reply.mockRejectedValue(new Error('lost'));

  await expect(send('Danke')).rejects.toThrow();
  await expect(send('Vielen Dank')).rejects.toThrow();

  expect(keys()[1]).not.toBe(keys()[0]);
});

it('takes a new key for the same text once it was sent', async () => {
  const { reply, send, keys } = sender();
  reply.mockResolvedValue({ id: 'm1' });

  await send('Danke');
  await send('Danke');

  expect(keys()[1]).not.toBe(keys()[0]);
});
