import { afterEach, beforeAll, expect, it } from 'vitest';
import type { Api } from '../api';
import type { MonthOfNumbers } from '../generated/api';
import { cell, csv } from './numbers';
import { NumbersSheet } from './numbers-sheet';

const november: MonthOfNumbers = {
  month: '2026-11',
  enquiries: 41,
  inbound: 120,
  outbound: 60,
  files: null,
  inWindow: 35,
  medianHours: 4,
  mostHours: 24,
  ends: { mayor: 30, citizen: null, expiry: null },
  kinds: {
    text: 100,
    image: 20,
    video: null,
    audio: null,
    document: null,
    sticker: null,
    location: null,
    contacts: null,
  },
};

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
});
afterEach(() => document.body.replaceChildren());

async function shown(months: MonthOfNumbers[]): Promise<NumbersSheet> {
  const sheet = new NumbersSheet();
  Object.assign(sheet, {
    api: { numbers: async () => ({ months }) } as unknown as Api,
    town: 'Heringen',
  });
  document.body.append(sheet);
  await sheet.updateComplete;
  sheet.show();
  await new Promise((later) => setTimeout(later));
  await sheet.updateComplete;
  return sheet;
}

it('shows a table with heads for months and rows, and hides what is hidden', async () => {
  const sheet = await shown([november]);

  const row = [...sheet.querySelectorAll('tbody tr')].find((each) =>
    each.textContent?.includes('Auf eigenen Wunsch'),
  );
  expect(sheet.querySelector('thead th:last-child')?.textContent).toBe('November 2026');
  expect(row?.querySelector('th')?.scope).toBe('row');
  expect(row?.querySelector('td')?.textContent).toBe('–');
  expect(sheet.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
});

it('says so when there is nothing to show yet', async () => {
  const sheet = await shown([]);

  expect(sheet.querySelector('[data-testid=no-numbers]')).not.toBeNull();
  expect(sheet.querySelector('table')).toBeNull();
});

it('writes the same into a file, and what is hidden stays hidden there', () => {
  const lines = csv([november]).split('\r\n');

  expect(lines[0]).toMatch(/^\ufeff"Monat";"Anliegen beendet"/);
  expect(lines[1]).toMatch(/^"2026-11";"41";"120";"60";"–";"4";"24";"35";"30";"–";"–";"100"/);
  expect(cell(null)).toBe('–');
});
