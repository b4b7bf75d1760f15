import { expect, it } from 'vitest';
import { preferred } from './index';
import { de } from './de';
import { en } from './en';

/** The names of all texts, so that two languages can be compared. */
function names(texts: object, path = ''): string[] {
  return Object.entries(texts).flatMap(([name, value]) =>
    typeof value === 'object' ? names(value as object, `${path}${name}.`) : [path + name],
  );
}

it('has every text in both languages', () => {
  expect(names(en).sort()).toEqual(names(de).sort());
});

it('takes the first language of the reader that it knows, and German otherwise', () => {
  expect(preferred(['en-GB', 'de'])).toBe('en');
  expect(preferred(['fr', 'de-AT'])).toBe('de');
  expect(preferred(['fr', 'toString'])).toBe('de');
  expect(preferred([])).toBe('de');
});
