import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Message } from '../generated/api';
import { TranslateButton } from './translate-button';
import { TranslatedAnswer } from './translated-answer';
import { TranslatedWords } from './translated-words';
import { translation } from './translation';

const message = { id: 'm1', direction: 'in', kind: 'text', text: 'Yol bozuk' } as Message;
let detected = 'tr';
const availability = vi.fn(async () => 'available');

beforeEach(() => {
  detected = 'tr';
  availability.mockResolvedValue('available');
  vi.stubGlobal('LanguageDetector', {
    create: async () => ({
      detect: async () => [{ detectedLanguage: detected, confidence: 1 }],
      destroy: () => {},
    }),
  });
  vi.stubGlobal('Translator', {
    availability,
    create: async ({ sourceLanguage, targetLanguage }: Record<string, string>) => ({
      translate: async (text: string) => `${sourceLanguage}>${targetLanguage}: ${text}`,
      destroy: () => {},
    }),
  });
});

afterEach(() => {
  document.body.replaceChildren();
  translation.end();
  vi.unstubAllGlobals();
});

const settle = (milliseconds = 5) => new Promise((done) => setTimeout(done, milliseconds));

async function shown() {
  const button = Object.assign(new TranslateButton(), { messages: [message] });
  const words = Object.assign(new TranslatedWords(), { text: 'Yol bozuk' });
  const answer = Object.assign(new TranslatedAnswer(), { text: 'Der Bauhof kommt' });
  document.body.append(button, words, answer);
  await settle();
  const press = async () => {
    button.querySelector('button')!.click();
    await settle();
  };
  return { button, words, answer, press };
}

it('shows one click later the message and the answer, each in the other language', async () => {
  const { button, words, answer, press } = await shown();
  expect(words.textContent).toBe('');

  await press();

  expect(words.textContent).toContain('tr>de: Yol bozuk');
  expect(answer.textContent).toContain('de>tr: Der Bauhof kommt');
  expect(answer.querySelector('[lang]')!.getAttribute('lang')).toBe('tr');
  await press();
  expect(words.textContent!.trim()).toBe('');
  expect(button.textContent).toContain('Übersetzen');
});

it('says that it is done in places that were there before, and keeps the focus meanwhile', async () => {
  const { button, answer, press } = await shown();
  const [done, beside] = [button, answer].map((each) => each.querySelector('[role=status]')!);
  let loaded = () => {};
  availability.mockReturnValue(
    new Promise((load) => (loaded = () => load('available'))) as Promise<string>,
  );

  await press();
  expect(button.querySelector('button')!.disabled).toBe(false);
  await press();
  loaded();
  await settle(20);

  expect(done!.isConnected && done!.textContent).toBe('Übersetzt.');
  expect(beside!.isConnected && beside!.textContent).toContain('vom Browser übersetzt');
});

it('says what it has translated when the reader takes it, and does not translate that', async () => {
  const { answer, press } = await shown();
  const taken = vi.fn();
  answer.addEventListener('taken', taken);
  await press();

  answer.querySelector('button')!.click();
  answer.text = 'de>tr: Der Bauhof kommt';
  await settle(700);

  expect(taken.mock.calls[0]![0].detail).toBe('de>tr: Der Bauhof kommt');
  expect(answer.textContent!.trim()).toBe('');
});

it.each([
  ['de', 'available', 'Das ist schon Ihre Sprache.'],
  ['und', 'available', 'kann der Browser nicht'],
  ['tlh', 'unavailable', 'kann der Browser nicht'],
])('says why it does not: %s', async (language, state, sentence) => {
  detected = language;
  availability.mockResolvedValue(state);
  const { button, press } = await shown();

  await press();

  expect(button.textContent).toContain(sentence);
});

it('is not there where the browser has no translator', async () => {
  vi.unstubAllGlobals();

  expect((await shown()).button.querySelector('button')).toBeNull();
});

it('forgets with the enquiry', async () => {
  const { button, press } = await shown();
  await press();

  button.remove();

  expect(translation.state).toBe('off');
  await expect(translation.read('Yol bozuk')).rejects.toThrow();
});
