import { expect, it } from 'vitest';
import { filled, found, insert } from './canned';

const replies = [
  { title: 'Dank', text: 'Guten Tag {name}, danke!' },
  { title: 'Foto', text: 'Können Sie ein Foto schicken, {name}?' },
];

it('calls citizens by their names, whatever these contain', () => {
  expect(filled(replies, 'Petra')[0]!.text).toBe('Guten Tag Petra, danke!');
  expect(filled(replies, "$& $'")[0]!.text).toBe("Guten Tag $& $', danke!");
  expect(filled(replies, 'a\n\u202eb')[0]!.text).toBe('Guten Tag a b, danke!');
});

it('leaves out the name with blank and comma before it where none is known', () => {
  expect(filled(replies, undefined)[0]!.text).toBe('Guten Tag, danke!');
  expect(filled(replies, ' ')[1]!.text).toBe('Können Sie ein Foto schicken?');
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
