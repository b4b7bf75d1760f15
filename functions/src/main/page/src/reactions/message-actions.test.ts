import { afterEach, expect, it, vi } from 'vitest';
import type { Message } from '../generated/api';
import { Problem } from '../problem';
import { MessageActions } from './message-actions';

const message = { id: 'm1', direction: 'in', kind: 'text', at: '', text: 'Danke' } as Message;

afterEach(() => document.body.replaceChildren());

async function shown(whole: Message = message) {
  const react = vi.fn(async (_message: Message, _emoji: string) => {});
  const quote = vi.fn();
  const element = new MessageActions();
  Object.assign(element, { message: whole, actions: { react, quote } });
  document.body.append(element);
  const settle = () => new Promise((done) => setTimeout(done));
  await settle();
  const find = (what: string) => element.querySelector<HTMLElement>(what);
  const press = async (what: string) => {
    find(what)!.click();
    await settle();
  };
  return { element, react, quote, find, press, settle };
}

const opener = '[data-testid=react]';

it('offers a handful of signs, sets the one that is chosen and closes again', async () => {
  const { react, find, press } = await shown();

  await press(opener);
  expect(document.activeElement).toBe(find('.picker button'));
  await press('.picker__emoji');

  expect(react).toHaveBeenCalledWith(message, '👍');
  expect(find('.picker')).toBeNull();
  expect(document.activeElement).toBe(find(opener));
});

it('shows which sign is set, even a rare one, and takes it back', async () => {
  const { react, find, press } = await shown({ ...message, townReaction: '🌻' });
  await press(opener);

  expect(find('[aria-pressed=true]')!.textContent!.trim()).toBe('🌻');
  await press('.picker__none');
  expect(react).toHaveBeenCalledWith(expect.anything(), '');
});

it('says why a sign was not set, and stays open', async () => {
  const { element, react, find, press } = await shown();
  react.mockRejectedValue(new Problem('window-closed'));
  await press(opener);

  await press('.picker__emoji');

  expect(element.textContent).toContain('24 Stunden');
  expect(find('.picker')).not.toBeNull();
});

it('leads to the answer of this message', async () => {
  const { quote, press } = await shown();

  await press('[data-testid=quote]');

  expect(quote).toHaveBeenCalledWith(message);
});

it('leaves the focus where the reader has gone while a sign was set', async () => {
  const { react, find, press } = await shown();
  const elsewhere = document.createElement('input');
  document.body.append(elsewhere);
  react.mockImplementationOnce(async () => elsewhere.focus());
  await press(opener);

  await press('.picker__emoji');

  expect(find('.picker')).toBeNull();
  expect(document.activeElement).toBe(elsewhere);
});
