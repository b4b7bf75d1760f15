import { afterEach, expect, it } from 'vitest';
import type { Api } from '../api';
import type { Receipt } from '../model';
import { choose } from '../texts';
import { ResolveReceipt } from './resolve-receipt';

const erased: Receipt = {
  enquiry: 'e1',
  state: 'erased',
  unreadableSince: '2026-11-23T10:00:00Z',
  erasedAt: '2026-11-23T10:00:01Z',
  messages: 3,
  media: 1,
  bytes: 2000,
  lookedAgain: { table: true, bucket: true },
  whatsapp: { farewell: 'done', contactBook: 'done', media: 'done' },
};

afterEach(() => document.body.replaceChildren());

async function shown(whatsapp: Partial<Receipt['whatsapp']> = {}): Promise<Element> {
  const element = new ResolveReceipt();
  element.api = {} as Api;
  element.receipt = { ...erased, whatsapp: { ...erased.whatsapp, ...whatsapp } };
  document.body.append(element);
  await element.updateComplete;
  return element;
}

/** What the receipt says under that name. */
function fact(receipt: Element, name: string): string | undefined {
  const key = [...receipt.querySelectorAll('dt')].find((each) => each.textContent === name);
  return key?.nextElementSibling?.textContent ?? undefined;
}

it('says that all is deleted here, and names the enquiry by its id only', async () => {
  const receipt = await shown();

  expect(receipt.querySelector('h2')!.textContent!.trim()).toBe('Hier ist alles gelöscht');
  expect(fact(receipt, 'Kennung')).toBe('e1');
  expect(fact(receipt, 'Abschiedsnachricht')).toBe('gesendet');
});

it('asks for a technician when the entry in the contact book could not be deleted', async () => {
  expect(fact(await shown({ contactBook: 'failed' }), 'Kontaktbuch bei WhatsApp')).toBe(
    'Eintrag konnte nicht gelöscht werden. Bitte geben Sie der Technik Bescheid.',
  );
});

it('says why there was no entry in the contact book to ask for', async () => {
  expect(fact(await shown({ contactBook: 'skipped' }), 'Kontaktbuch bei WhatsApp')).toBe(
    'nicht möglich: WhatsApp nannte keine Kennung',
  );
});

it('says of files whether WhatsApp had any left and will delete them itself', async () => {
  const files = 'Dateien bei WhatsApp';

  expect(fact(await shown({ media: 'done' }), files)).toBe('gelöscht');
  expect(fact(await shown({ media: 'skipped' }), files)).toBe('keine mehr vorhanden');
  expect(fact(await shown({ media: 'failed' }), files)).toBe(
    'Löschen nicht gelungen; WhatsApp löscht sie nach eigener Frist',
  );
});

it('tells the contact book from the files in English, too', async () => {
  choose('en');

  const receipt = await shown({ contactBook: 'skipped', media: 'skipped' });

  expect(fact(receipt, 'Contact book at WhatsApp')).toBe(
    'not possible: WhatsApp gave no identifier',
  );
  expect(fact(receipt, 'Files at WhatsApp')).toBe('none left');
});
