import { afterEach, expect, it, vi } from 'vitest';
import type { Attachment } from './attachment';
import { AttachmentStrip } from './attachment-strip';

const picture = (name: string): Attachment => ({
  content: new Blob([name]),
  type: 'image/png',
  name,
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

async function shown(file: Attachment) {
  let count = 0;
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => `blob:${++count}`);
  const revoke = vi.spyOn(URL, 'revokeObjectURL');
  const strip = Object.assign(new AttachmentStrip(), { file });
  document.body.append(strip);
  await strip.updateComplete;
  return { strip, revoke, source: () => strip.querySelector('img')?.getAttribute('src') };
}

it('shows a picture, and nothing of it stays when it goes', async () => {
  const { strip, revoke, source } = await shown(picture('a.png'));
  expect(source()).toBe('blob:1');

  strip.remove();

  expect(revoke.mock.calls).toEqual([['blob:1']]);
});

it('lets go of a picture when another takes its place, and not before', async () => {
  const { strip, revoke, source } = await shown(picture('a.png'));
  strip.share = 0.5;
  await strip.updateComplete;
  expect(revoke).not.toHaveBeenCalled();

  strip.file = picture('b.png');
  await strip.updateComplete;

  expect(revoke.mock.calls).toEqual([['blob:1']]);
  expect(source()).toBe('blob:2');
});

it('says how far an upload is, and can no longer be removed once it has gone to WhatsApp', async () => {
  const { strip } = await shown({ ...picture('plan.pdf'), type: 'application/pdf' });
  strip.share = 0.5;
  await strip.updateComplete;
  expect(strip.querySelector('progress')!.value).toBe(0.5);
  expect(strip.querySelector('button')!.textContent).toContain('Hochladen abbrechen');

  Object.assign(strip, { share: undefined, fixed: true });
  await strip.updateComplete;
  expect(strip.querySelector('progress, button')).toBeNull();
});
