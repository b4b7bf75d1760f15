import { afterEach, expect, it, vi } from 'vitest';
import type { Message } from '../generated/api';
import { Problem } from '../problem';
import { MessageList } from './message-list';

const unclear = (again?: true): Message => ({
  id: 'a',
  direction: 'out',
  kind: 'text',
  at: '2026-11-23T10:00:00Z',
  text: 'Wir kommen am Montag.',
  delivery: { state: 'unknown', ...(again && { again }) },
});

afterEach(() => document.body.replaceChildren());

type Sending = (message: Message, key: string) => Promise<void>;

async function shown(message: Message, sendAgain = vi.fn<Sending>(async () => {})) {
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  const list = new MessageList();
  list.messages = [message];
  list.actions = { quote: () => {}, react: async () => {}, sendAgain, isRepeatable: () => true };
  document.body.append(list);
  await list.updateComplete;
  const button = () => list.querySelector<HTMLButtonElement>('[data-testid=send-again]');
  return { list, button, sendAgain };
}

it('offers to send again only what may be sent again', async () => {
  expect((await shown(unclear())).button()).toBeNull();
  expect((await shown(unclear(true))).button()!.textContent).toContain('Noch einmal senden');
});

it('sends the same answer under the same key until it has succeeded', async () => {
  const sendAgain = vi.fn<Sending>();
  sendAgain.mockRejectedValueOnce(new Problem('offline')).mockResolvedValue(undefined);
  const { list, button } = await shown(unclear(true), sendAgain);

  button()!.click();
  await vi.waitFor(() => expect(list.textContent).toContain('Keine Verbindung'));
  button()!.click();
  await vi.waitFor(() => expect(list.textContent).not.toContain('Keine Verbindung'));
  await vi.waitFor(() => expect(button()!.disabled).toBe(false));
  button()!.click();

  const keys = sendAgain.mock.calls.map(([, key]) => key);
  expect(sendAgain.mock.calls.map(([message]) => message.id)).toEqual(['a', 'a', 'a']);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

it('offers to send again what WhatsApp has refused, and does not call that unclear', async () => {
  const refused = { ...unclear(), delivery: { state: 'failed', reason: 'busy' } } as Message;
  const { list, button, sendAgain } = await shown(refused);

  expect(list.textContent).not.toContain('unklar');
  button()!.click();
  expect(sendAgain).toHaveBeenCalledOnce();
});
