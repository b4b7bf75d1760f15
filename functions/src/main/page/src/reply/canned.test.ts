import { expect, it } from 'vitest';
import type { CannedReply } from '../generated/api';
import { filled, found, insert, unknownPlaces } from './canned';

const replies: CannedReply[] = [
  { title: 'Dank', text: 'Guten Tag, danke!' },
  { title: 'Foto', text: 'Können Sie ein Foto schicken?' },
];

const town = { town: 'Heringen', hours: 'dienstags $& 14 Uhr' };

it('puts in the town, its hours and the day, and nothing else', () => {
  const text = 'In {stadt}, {zeiten}, heute {datum}: {name} {stadt}';
  const [reply] = filled([{ title: 'Alles', text }], town, new Date(2026, 10, 29));

  expect(reply!.text).toBe(
    'In Heringen, dienstags $& 14 Uhr, heute 29. November 2026: {name} Heringen',
  );
  expect(reply!.title).toBe('Alles');
});

it('knows what means nothing', () => {
  expect(unknownPlaces('{stadt} {zeiten} {datum}')).toEqual([]);
  expect(unknownPlaces('Liebe {name}, {Stadt}')).toEqual(['{name}', '{Stadt}']);
});

it('finds by words of title and text, in any order', () => {
  expect(found(replies, 'schicken foto').map(({ title }) => title)).toEqual(['Foto']);
  expect(found(replies, '')).toHaveLength(2);
  expect(found(replies, 'Bauhof')).toEqual([]);
});

it('inserts at the cursor, apart from what stands there', () => {
  const area = document.createElement('textarea');
  area.value = 'Hallo Welt';
  area.setSelectionRange(5, 10);

  expect(insert(area, 'Danke!')).toBe('Hallo\nDanke!');
  expect(area.selectionStart).toBe(12);
  area.value = '';
  expect(insert(area, 'Danke!')).toBe('Danke!');
});
