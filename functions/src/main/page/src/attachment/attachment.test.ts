import { beforeEach, expect, it, vi } from 'vitest';
import { attachment } from './attachment';
import { redraw } from './redraw';

vi.mock('./redraw');

const file = (beginning: string, name = 'a.bin', type = 'image/png') =>
  new File([Uint8Array.from(beginning, (sign) => sign.charCodeAt(0))], name, { type });

beforeEach(() => {
  vi.mocked(redraw).mockReset();
  vi.mocked(redraw).mockImplementation(async (_, type) => new Blob(['drawn'], { type }));
});

it.each([
  ['a photo', '\xff\xd8\xff\xe1', 'image/jpeg'],
  ['a drawing', '\x89PNG\r\n\x1a\n', 'image/png'],
  ['what came from the web', 'RIFF\x10\x00\x00\x00WEBP', 'image/jpeg'],
])('draws %s anew, whatever it is called', async (_, beginning, type) => {
  const found = await attachment(file(beginning, 'letter.pdf', 'application/pdf'));

  expect(found).toMatchObject({ type, name: 'letter.pdf' });
  expect((found as { content: Blob }).content.size).toBe('drawn'.length);
});

it('takes a PDF as it is, with its name on one line', async () => {
  const pdf = file('%PDF-1.7 …', 'Plan\n\u202eder Schule.pdf');

  expect(await attachment(pdf)).toEqual({
    content: pdf,
    type: 'application/pdf',
    name: 'Plan der Schule.pdf',
  });
  expect(redraw).not.toHaveBeenCalled();
});

it.each(['PK\x03\x04', '<html>', 'GIF89a', '', 'x%PDF-'])(
  'refuses what begins with "%s", whatever it claims to be',
  async (beginning) => {
    expect(await attachment(file(beginning))).toBe('attachment-type');
  },
);

it('refuses what is too large before reading all of it', async () => {
  const large = file('%PDF-');
  Object.defineProperty(large, 'size', { value: 100_000_001 });

  expect(await attachment(large)).toBe('attachment-too-large');
});

it('says so when a picture is none', async () => {
  vi.mocked(redraw).mockResolvedValue(undefined);

  expect(await attachment(file('\xff\xd8\xff broken'))).toBe('attachment-unreadable');
});
