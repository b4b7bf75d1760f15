import { afterEach, expect, it } from 'vitest';
import type { Api } from '../api';
import type { Enquiry } from '../generated/api';
import { ResolveDialog } from './resolve-dialog';

afterEach(() => document.body.replaceChildren());

async function asked(messages: number): Promise<string> {
  const element = new ResolveDialog();
  element.api = {} as Api;
  document.body.append(element);
  await element.updateComplete;
  element.ask({
    name: 'Erika',
    messages: Array(messages).fill({}),
  } as never as Enquiry);
  await element.updateComplete;
  return element.textContent!.replace(/\s+/g, ' ');
}

it('says what is deleted here, and that the chat on the phone stays', async () => {
  const words = await asked(3);

  expect(words).toContain('Anliegen von Erika');
  expect(words).toContain('Gelöscht wird hier: Name, Telefonnummer, alle 3 Nachrichten');
  expect(words).toContain(
    'Der Chat auf dem Telefon der Bürgerin oder des Bürgers bleibt dort stehen.',
  );
});

it('speaks of a single message as one, and of none without a number', async () => {
  expect(await asked(0)).toContain('Telefonnummer, alle Nachrichten und alle Dateien');
  expect(await asked(1)).toContain('Telefonnummer, die Nachricht und alle Dateien');
});
