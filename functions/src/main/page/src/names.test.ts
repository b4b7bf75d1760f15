import { expect, it } from 'vitest';
import { nameOf, plainName } from './names';

it('does not let a file name be read backwards', () => {
  expect(plainName('Rechnung \u202Egpj.exe')).toBe('Rechnung gpj.exe');
});

it('keeps a name on one line', () => {
  expect(plainName(' Erika\n\nMusterfrau ')).toBe('Erika Musterfrau');
  expect(plainName(undefined)).toBe('');
});

it('an enquiry bears its name, or says that it has none, or that nobody knows the sender', () => {
  expect(nameOf({ name: 'Erika' })).toBe('Erika');
  expect(nameOf({ name: '\u200f ' })).toBe('Ohne Namen');
  expect(nameOf({ senderUnknown: true })).toBe('Absender unbekannt');
  expect(nameOf({ name: 'Erika', senderUnknown: true })).toBe('Erika (Absender unbekannt)');
});
