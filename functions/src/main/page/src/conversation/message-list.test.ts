import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { Message } from '../generated/api';
import { MessageList } from './message-list';

const message = (id: string): Message => ({
  id,
  direction: 'in',
  kind: 'text',
  at: '2026-11-23T10:00:00Z',
  text: id,
});

beforeAll(() => {
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});
afterEach(() => document.body.replaceChildren());

it('says that something new has come although something else was taken back', async () => {
  const list = new MessageList();
  list.messages = [message('a'), message('b')];
  document.body.append(list);
  await list.updateComplete;
  scrollUp(list);

  list.messages = [message('a'), message('c')];
  await list.updateComplete;

  expect(list.textContent).toContain('Neue Nachrichten');
});

it('leads from an answer to what it answers, and marks nothing else', async () => {
  const list = new MessageList();
  list.messages = [message('a'), { ...message('b'), quote: { message: 'a' } }];
  document.body.append(list);
  await list.updateComplete;
  const first = list.querySelector<HTMLElement>('[data-id=a]')!;
  first.scrollIntoView = () => {};

  list.querySelector<HTMLElement>('[data-testid=quoted]')!.click();
  expect(document.activeElement).toBe(first);
  first.blur();

  expect(list.querySelector('[data-led]')).toBeNull();
});

it('has one tab stop for all messages, and arrows from one to the next', async () => {
  const list = new MessageList();
  list.messages = ['a', 'b', 'c'].map(message);
  list.actions = {
    quote: () => {},
    react: async () => {},
    sendAgain: async () => {},
    isRepeatable: () => false,
  };
  document.body.append(list);
  await list.updateComplete;
  await vi.waitFor(() => expect(stops(list)).toEqual(['c', 'quote', 'react']));
  for (const item of list.querySelectorAll('li')) item.scrollIntoView = () => {};

  list.querySelector<HTMLElement>('[data-id=c]')!.focus();
  press('ArrowUp');
  expect(stops(list)).toEqual(['b', 'quote', 'react']);
  press('Home');
  press('ArrowUp');
  expect(stops(list)).toEqual(['a', 'quote', 'react']);
  press('End');
  expect(document.activeElement).toBe(list.querySelector('[data-id=c]'));

  list.messages = [...list.messages, message('d')];
  await list.updateComplete;
  expect(stops(list)[0]).toBe('c');
});

function stops(list: MessageList): (string | undefined)[] {
  const all = [...list.querySelectorAll<HTMLElement>('li, button')];
  return all
    .filter((each) => each.tabIndex === 0)
    .map(({ dataset }) => dataset['id'] ?? dataset['testid']);
}

function press(key: string): void {
  document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

it('offers to answer and to react only where there is somebody to answer', async () => {
  const list = new MessageList();
  list.messages = [
    message('a'),
    { ...message('b'), direction: 'out' },
    { ...message('c'), kind: 'erase-wish' } as Message,
  ];
  document.body.append(list);
  await list.updateComplete;
  expect(list.querySelector('message-actions')).toBeNull();

  list.actions = {
    quote: () => {},
    react: async () => {},
    sendAgain: async () => {},
    isRepeatable: () => false,
  };
  await list.updateComplete;
  expect(list.querySelectorAll('message-actions')).toHaveLength(1);
});

it('says what an empty conversation means', async () => {
  const list = new MessageList();
  document.body.append(list);
  await list.updateComplete;

  expect(list.textContent).toContain('Alle Nachrichten wurden zurückgenommen.');
});

it('offers what came before, says how much of it has come, and calls none of it new', async () => {
  const list = new MessageList();
  list.messages = [message('c'), message('d')];
  list.earlier = async () => {
    list.messages = [message('a'), message('b'), ...list.messages];
    list.earlier = undefined;
  };
  document.body.append(list);
  await list.updateComplete;
  scrollUp(list);

  list.querySelector<HTMLElement>('[data-testid=earlier]')!.click();
  await vi.waitFor(() => expect(list.textContent).toContain('2 ältere Nachrichten geladen'));

  expect(list.textContent).not.toContain('Neue Nachrichten');
  expect(list.querySelector('[data-testid=earlier]')).toBeNull();
});

it('leaves the reader where they were when older messages come in above', async () => {
  const list = new MessageList();
  list.messages = [message('c'), message('d')];
  document.body.append(list);
  await list.updateComplete;
  scrollUp(list);
  const area = list.querySelector('.messages')!;
  const scrollHeight = { get: () => 500 * list.querySelectorAll('li').length };
  Object.defineProperty(area, 'scrollHeight', { ...scrollHeight, configurable: true });
  area.scrollTop = 40;

  list.messages = [message('a'), message('b'), ...list.messages];
  await list.updateComplete;

  expect(area.scrollTop).toBe(1_040);
});

it('does not call an answer to a message lost that is only not loaded yet', async () => {
  const list = new MessageList();
  list.messages = [{ ...message('b'), quote: { message: 'a' } }];
  list.earlier = async () => {};
  document.body.append(list);
  await list.updateComplete;

  expect(list.textContent).toContain('noch nicht geladen');
});

it('is still at the end when what stands above has turned out lower than it was taken for', async () => {
  const list = new MessageList();
  list.messages = [message('a')];
  document.body.append(list);
  await list.updateComplete;
  scroll(list, [2_000, 1_900], [1_200, 1_000]);

  list.messages = [message('a'), message('b')];
  await list.updateComplete;

  expect(list.textContent).not.toContain('Neue Nachrichten');
});

function scrollUp(list: MessageList): void {
  scroll(list, [1_000, 900], [1_000, 0]);
}

/** One after the other: how high all messages are, and how far down the reader is. */
function scroll(list: MessageList, ...moves: [height: number, top: number][]): void {
  const area = list.querySelector<HTMLElement>('.messages')!;
  area.style.overflowY = 'auto';
  Object.defineProperty(area, 'clientHeight', { value: 100 });
  for (const [value, top] of moves) {
    Object.defineProperty(area, 'scrollHeight', { value, configurable: true });
    area.scrollTop = top;
    area.dispatchEvent(new Event('scroll'));
  }
}

it('shows between the messages what the town has said by itself, so that the mayor knows what was read', async () => {
  const list = new MessageList();
  list.messages = [
    { ...message('a'), at: '2026-11-23T10:00:00Z' },
    { ...message('b'), at: '2026-11-23T10:05:00Z' },
  ];
  list.told = [
    { text: 'outside-hours', at: '2026-11-23T10:05:01Z' },
    { text: 'greeting', at: '2026-11-23T10:00:02Z' },
  ];
  document.body.append(list);
  await list.updateComplete;

  const all = [...list.querySelectorAll('[data-testid=told], [data-testid=message] .bubble')];
  const words = all.map((each) => each.textContent!.replace(/\s+/g, ' '));
  expect(words).toHaveLength(4);
  expect(words[1]).toContain('Begrüßung mit Datenschutzhinweis');
  expect(words[3]).toContain('niemand da ist');
});
