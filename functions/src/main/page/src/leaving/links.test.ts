import { expect, it } from 'vitest';
import { stretches, webAddress } from './links';

const found = (text: string) =>
  stretches(text).flatMap((part) =>
    typeof part === 'string' ? [] : [`${part.words} > ${part.href}`],
  );

it.each([
  ['Siehe https://example.org/a?b=c.', 'https://example.org/a?b=c > https://example.org/a?b=c'],
  ['(www.example.org)', 'www.example.org > https://www.example.org/'],
  ['Schreiben Sie an petra@example.org!', 'petra@example.org > mailto:petra%40example.org'],
  ['Tel. 06624 / 933-0, danke', '06624 / 933-0 > tel:066249330'],
  ['+49 171 1234567', '+49 171 1234567 > tel:+491711234567'],
])('finds what can be opened: %s', (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

it.each([
  'Am 01.12.2026 um 10 Uhr, Zimmer 0815',
  'IBAN DE02 1203 0000 0000 2020 51',
  'javascript:alert(1) file:///etc/passwd https://localhost/x',
  'Nr. 3 vom 2026-11-29, 12-14 Uhr, 1.200.000 Euro',
  '@alle: kommt um 8',
])('takes nothing else for it: %s', (text) => {
  expect(found(text)).toEqual([]);
});

it('loses no sign of the text', () => {
  const text = 'Hier: https://a.example, oder 06624 933111 – oder p@a.example?\nDanke';
  const words = stretches(text).map((part) => (typeof part === 'string' ? part : part.words));
  expect(words.join('')).toBe(text);
  expect(words).toHaveLength(7);
});

it('names a host that only looks like another by what it is', () => {
  // The first letter is Cyrillic.
  expect(webAddress('https://аpple.com/')?.href).toBe('https://xn--pple-43d.com/');
});
