import { expect, it } from 'vitest';
import { plainName } from './names';

it('does not let a file name be read backwards', () => {
  expect(plainName('Rechnung \u202Egpj.exe')).toBe('Rechnung gpj.exe');
});

it('keeps a name on one line', () => {
  expect(plainName(' Erika\n\nMusterfrau ')).toBe('Erika Musterfrau');
  expect(plainName(undefined)).toBe('');
});
