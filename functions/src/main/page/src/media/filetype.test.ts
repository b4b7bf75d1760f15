import { expect, it } from 'vitest';
import { fileType } from './filetype';

function head(...parts: (string | number[])[]): ArrayBuffer {
  const bytes = parts.flatMap((part) =>
    typeof part === 'string' ? [...part].map((each) => each.charCodeAt(0)) : part,
  );
  return new Uint8Array([...bytes, ...new Array<number>(16).fill(0)]).buffer;
}

const box = [0, 0, 0, 24];

it.each([
  ['image/jpeg', head([0xff, 0xd8, 0xff, 0xe0])],
  ['image/png', head([0x89], 'PNG\r\n', [0x1a], '\n')],
  ['image/webp', head('RIFF', [1, 2, 3, 4], 'WEBP')],
  ['video/mp4', head(box, 'ftypisom')],
  ['video/mp4', head(box, 'ftypmp42')],
  ['video/3gpp', head(box, 'ftyp3gp5')],
  ['audio/mp4', head(box, 'ftypM4A ')],
  ['audio/ogg', head('OggS')],
  ['audio/mpeg', head('ID3')],
  ['audio/mpeg', head([0xff, 0xfb, 0x90])],
  ['audio/aac', head([0xff, 0xf1, 0x50])],
  ['audio/aac', head([0xff, 0xf9, 0x50])],
  ['application/pdf', head('%PDF-1.7')],
])('knows %s by its first bytes', (type, content) => {
  expect(fileType(content)?.type).toBe(type);
});

it.each([
  ['a web page', head('<!doctype html><script>')],
  ['a drawing that could hold scripts', head('<svg xmlns="http://')],
  ['an office file', head('PK', [3, 4])],
  ['a program', head('MZ')],
  ['a HEIC picture', head(box, 'ftypheic')],
  ['a QuickTime film', head(box, 'ftypqt  ')],
  ['AMR, which browsers cannot play', head('#!AMR\n')],
  ['nothing but set bits', head([0xff, 0xff, 0xff])],
])('does not show %s', (_, content) => {
  expect(fileType(content)).toBeUndefined();
});

it('does not show an empty file', () => {
  expect(fileType(new ArrayBuffer(0))).toBeUndefined();
});
