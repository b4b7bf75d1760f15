import { expect, it } from 'vitest';
import { decrypt } from './decrypt';
import { seal } from './seal';

const key = btoa('k'.repeat(32));
const plain = new TextEncoder().encode('Lageplan').buffer as ArrayBuffer;

it('seals so that it opens with its key and in its place only', async () => {
  const sealed = await (await seal(plain, key, 'here')).arrayBuffer();

  expect(new TextDecoder().decode(await decrypt(sealed, key, 'here'))).toBe('Lageplan');
  await expect(decrypt(sealed, key, 'there')).rejects.toThrow();
  await expect(decrypt(sealed, btoa('x'.repeat(32)), 'here')).rejects.toThrow();
});

it('adds the initial value and the tag, and says nothing about what it is', async () => {
  const sealed = await seal(plain, key, 'here');

  expect(sealed.size).toBe(plain.byteLength + 12 + 16);
  expect(sealed.type).toBe('application/octet-stream');
});

it('never seals twice in the same way', async () => {
  const [one, other] = await Promise.all([seal(plain, key, 'here'), seal(plain, key, 'here')]);

  expect(new Uint8Array(await one.arrayBuffer())).not.toEqual(
    new Uint8Array(await other.arrayBuffer()),
  );
});
