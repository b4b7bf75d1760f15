import { expect, it } from 'vitest';
import { fileName, plainName } from './names';

it('does not let a file name be read backwards', () => {
  expect(plainName('Rechnung \u202Egpj.exe')).toBe('Rechnung gpj.exe');
});

it('keeps a name on one line', () => {
  expect(plainName(' Erika\n\nMusterfrau ')).toBe('Erika Musterfrau');
  expect(plainName(undefined)).toBe('');
});

it('saves a file under a name that leads nowhere else', () => {
  expect(fileName('../../etc/passwd')).toBe('_.._etc_passwd');
  expect(fileName('C:\\Windows\\a.exe')).toBe('C__Windows_a.exe');
  expect(fileName('Antrag: "Zuschuss" 2027?.docx')).toBe('Antrag_ _Zuschuss_ 2027_.docx');
  expect(fileName(`${'a'.repeat(300)}.docx`)).toMatch(/^a{115}\.docx$/);
  expect(fileName('\u202Efdp.exe')).toBe('fdp.exe');
  expect(fileName(undefined)).toBe('');
});
