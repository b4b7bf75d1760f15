import { afterEach, expect, it } from 'vitest';
import type { Api } from '../api';
import type { Enquiry } from '../generated/api';
import { forgetDrafts, keepDraft } from '../reply/drafts';
import { decide } from '../reply/outbox';
import { ResolveDialog } from './resolve-dialog';

afterEach(() => {
  document.body.replaceChildren();
  forgetDrafts();
});

async function dialog(enquiry: Partial<Enquiry>): Promise<ResolveDialog> {
  const element = new ResolveDialog();
  element.api = {} as Api;
  document.body.append(element);
  await element.updateComplete;
  await element.ask({ id: 'e1', inbound: 1, messages: [], ...enquiry } as unknown as Enquiry);
  return element;
}

const warnings = (element: ResolveDialog) =>
  [...element.querySelectorAll('[data-testid=resolve-warnings] li')].map((item) =>
    item.textContent!.trim(),
  );

async function asked(messages: number): Promise<string> {
  const element = new ResolveDialog();
  element.api = {} as Api;
  document.body.append(element);
  await element.updateComplete;
  await element.ask({
    id: 'e1',
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

it('has the focus on what undoes nothing', async () => {
  const element = await dialog({});

  expect(document.activeElement).toBe(element.querySelector('[data-testid=resolve-cancel]'));
});

it('warns of what was overlooked, and of nothing else', async () => {
  expect(warnings(await dialog({}))).toEqual([]);

  keepDraft('e1', { text: 'Guten T' });
  const waitingSince = '2026-11-23T10:00:00Z';
  const element = await dialog({ waitingSince });
  expect(warnings(element)).toEqual([
    'Sie haben eine Antwort begonnen und nicht gesendet.',
    'Auf die letzte Nachricht gibt es noch keine Antwort.',
  ]);

  element.current = { id: 'e1', inbound: 3, messages: [], waitingSince } as unknown as Enquiry;
  await element.updateComplete;
  expect(warnings(element)[0]).toBe('Gerade sind 2 neue Nachrichten gekommen.');
});

it('warns of an answer on its way and of one that was refused', async () => {
  decide('e1', 'sending');
  expect(warnings(await dialog({}))).toEqual(['Eine Antwort ist noch auf dem Weg.']);
  decide('e1');

  const undeliveredAt = '2026-11-23T10:00:00Z';
  expect(warnings(await dialog({ undeliveredAt, waitingSince: undeliveredAt }))).toEqual([
    'Ihre letzte Antwort wurde nicht zugestellt.',
  ]);
});
