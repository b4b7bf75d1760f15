import { afterEach, expect, it, vi } from 'vitest';
import type { Api } from '../api';
import type { Configuration, Receipt } from '../generated/api';
import { Problem } from '../problem';
import { choose } from '../texts';
import type { ReceiptSheet } from './receipt-sheet';
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

const erasing: Receipt = {
  ...erased,
  state: 'erasing',
  erasedAt: undefined!,
  lookedAgain: { table: false, bucket: false },
};

const town = { town: 'Heringen', whatsapp_storage: 'default' } as Configuration;

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

async function shown(whatsapp: Partial<Receipt['whatsapp']> = {}): Promise<Element> {
  const element = new ResolveReceipt();
  element.api = {} as Api;
  element.town = town;
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

it('does not say deleted of an entry that WhatsApp has not confirmed, and says who goes on asking', async () => {
  expect(fact(await shown({ contactBook: 'failed' }), 'Adressbuch')).toBe(
    'nicht gelöscht: WhatsApp hat es nicht bestätigt. Das System fragt eine Woche lang weiter nach.',
  );
});

it('says why there was no entry in the contact book to ask for', async () => {
  expect(fact(await shown({ contactBook: 'skipped' }), 'Adressbuch')).toBe(
    'nicht möglich: WhatsApp nannte keine Kennung',
  );
});

it('says of files whether WhatsApp had any left and will delete them itself', async () => {
  const files = 'Kopien der Dateien';

  expect(fact(await shown({ media: 'done' }), files)).toBe('gelöscht');
  expect(fact(await shown({ media: 'skipped' }), files)).toBe('keine mehr vorhanden');
  expect(fact(await shown({ media: 'failed' }), files)).toBe(
    'nicht gelöscht: WhatsApp hat es nicht bestätigt. Das System fragt eine Woche lang weiter nach; danach löscht WhatsApp sie nach eigener Frist.',
  );
});

it('tells the contact book from the files in English, too', async () => {
  choose('en');

  const receipt = await shown({ contactBook: 'skipped', media: 'skipped' });

  expect(fact(receipt, 'Address book')).toBe('not possible: WhatsApp gave no identifier');
  expect(fact(receipt, 'Copies of the files')).toBe('none left');
});

it.each([
  ['none', 'höchstens eine Stunde'],
  ['germany', 'höchstens 30 Tage'],
  ['default', 'höchstens 30 Tage'],
] as const)(
  'says how long WhatsApp keeps messages of this town, on paper too: %s',
  async (storage, words) => {
    const receipt = await shown();
    Object.assign(receipt, { town: { ...town, whatsapp_storage: storage } });
    await (receipt as ResolveReceipt).updateComplete;
    await (sheet() as ReceiptSheet).updateComplete;

    expect(receipt.textContent).toContain(words);
    expect(sheet()!.textContent).toContain(words);
  },
);

it('does not claim what WhatsApp was asked for and has not confirmed', async () => {
  const receipt = await shown({ farewell: 'unknown', contactBook: 'unknown', media: 'unknown' });

  expect(fact(receipt, 'Abschiedsnachricht')).toBe('unklar, ob gesendet');
  expect(fact(receipt, 'Adressbuch')).toContain('noch nicht bestätigt');
  expect(fact(receipt, 'Kopien der Dateien')).toContain('noch nicht bestätigt');
});

/** Follows an erasure; the first answer is that it goes on. */
async function following(...answers: (Receipt | Error)[]) {
  vi.useFakeTimers();
  const resolve = vi.fn();
  for (const answer of [erasing, ...answers]) {
    if (answer instanceof Error) resolve.mockRejectedValueOnce(answer);
    else resolve.mockResolvedValueOnce(answer);
  }
  const element = new ResolveReceipt();
  element.api = { resolve } as unknown as Api;
  element.town = town;
  element.receipt = erasing;
  document.body.append(element);
  await vi.advanceTimersByTimeAsync(1);
  const later = () => vi.advanceTimersByTimeAsync(3_000);
  const words = () => element.textContent!.replace(/\s+/g, ' ');
  return { resolve, element, later, words };
}

const sheet = () => document.querySelector('receipt-sheet');

it('says since when nothing can be read, and follows until all is gone', async () => {
  const { words, later, resolve } = await following(erasing, erased);
  expect(words()).toMatch(/Unlesbar seit \d\d:\d\d Uhr, wird gelöscht/);
  expect(words()).toContain('noch nicht bestätigt');

  await later();
  await later();
  await later();

  expect(words()).toContain('Hier ist alles gelöscht');
  expect(resolve).toHaveBeenCalledTimes(3);
});

it('goes on asking when the server fails or cannot be reached', async () => {
  const { words, later } = await following(new Problem('general'), new Problem('offline'), erased);
  await later();
  expect(words()).toContain('lässt sich gerade nicht abfragen');

  await later();
  await later();

  expect(words()).toContain('Hier ist alles gelöscht');
  expect(words()).not.toContain('lässt sich gerade nicht abfragen');
});

it('knows that all is gone when the server has forgotten the erasure, too', async () => {
  const { words, later, element } = await following(new Problem('not-found'));

  await later();

  expect(words()).toContain('Hier ist alles gelöscht');
  expect(fact(element, 'Gelöscht um')).toBe('bestätigt; die Uhrzeit ist nicht mehr gespeichert');
});

it('can be printed once it is final, not before and not after it was left', async () => {
  const { element, later } = await following(erased);
  expect(element.querySelector('[data-testid=print]')).toBeNull();
  expect(sheet()).toBeNull();

  await later();
  expect(element.querySelector('[data-testid=print]')).not.toBeNull();
  expect(sheet()).not.toBeNull();

  element.remove();
  expect(sheet()).toBeNull();
});

it('leaves no sheet behind when the answer comes after the page was locked', async () => {
  const { element } = await following();

  element.remove();
  element.receipt = erased;
  await vi.advanceTimersByTimeAsync(1);

  expect(sheet()).toBeNull();
});

it('gives the printed sheet a title of its own while it is printed', async () => {
  document.title = '(3) Digitale Sprechstunde';
  await shown();

  window.dispatchEvent(new Event('beforeprint'));
  expect(document.title).toBe('Löschbestätigung 23.11.26');

  window.dispatchEvent(new Event('afterprint'));
  expect(document.title).toBe('(3) Digitale Sprechstunde');
});
